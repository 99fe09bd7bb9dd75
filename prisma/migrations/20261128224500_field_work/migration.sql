-- A leader of a village finds its red and yellow disputes by it (what the diff cannot say).
create index dispute_area_risk_idx on dispute (area_id) where risk <> 'green';
create index leader_note_open_idx on leader_note (area_id) where kind = 'instruction' and answered_at is null;
create index leader_task_open_idx on leader_task (area_id) where done_at is null and withdrawn_at is null;
create unique index patrol_report_current_idx on patrol_report (round_id, area_id) where replaced_at is null;
create index patrol_round_open_idx on patrol_round (to_day) where closed_at is null;
