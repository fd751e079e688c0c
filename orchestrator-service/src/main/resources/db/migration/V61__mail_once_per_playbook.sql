-- A mail was known by its words; now it is known by its playbook, so that new words are no new mail.
insert into effect_message (workspace_id, account, contact, sequence, step, effect_id)
select m.workspace_id, m.account, m.contact, 'email.send:' || r.playbook_id, 0, m.effect_id
  from effect_message m
  join effect e on e.workspace_id = m.workspace_id and e.id = m.effect_id and e.action_type = 'email.send'
  join run r on r.workspace_id = e.workspace_id and r.id = e.run_id
on conflict do nothing;

delete from effect_message m
 using effect e
 where e.workspace_id = m.workspace_id and e.id = m.effect_id and e.action_type = 'email.send'
   and m.sequence ~ '^email[.]send:[0-9a-f]{64}$';
