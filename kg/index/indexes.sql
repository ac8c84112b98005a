-- What the tables are looked up by beside their keys: made when they are full, which takes less than to keep them up meanwhile.
CREATE INDEX entity_by_type ON entity (type, folded, id);
CREATE INDEX entity_by_label ON entity (folded, id);
CREATE INDEX name_by_name ON name (folded, entity);
CREATE INDEX told_of_other ON told (other, property, entity) WHERE other IS NOT NULL;
CREATE INDEX fact_by_kind ON fact (kind, id);
CREATE INDEX fact_by_document ON fact (document, kind, id);
CREATE INDEX fact_by_end ON fact (kind, ends, id);
CREATE INDEX role_by_entity ON role (entity, role, fact);
CREATE INDEX related_pair ON related (source, target, score);
