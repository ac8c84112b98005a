"""The doors: HTTP, pages, shell; they translate, they do not decide."""
