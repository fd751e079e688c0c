-- What a decision says of the draft: true where it was accepted as it was, but for a trifle; false where it was not; null where it
-- says nothing (ignored, or not decided). Until now every edit counted as a refusal, and so did a draft that was ignored.
alter table item
    add column material boolean not null default false,
    add column label boolean;
update item set label = (state = 'ACCEPTED') where state in ('ACCEPTED', 'EDITED', 'REJECTED', 'RESPONDED');
