-- What nobody knows the outcome of is a list that people work through; it is short, and found without reading the rest.
create index item_unknown on item (workspace_id, id desc) where outcome = 'UNKNOWN';
