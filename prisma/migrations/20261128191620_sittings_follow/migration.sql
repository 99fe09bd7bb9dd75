-- AlterTable
ALTER TABLE "party_away" ADD COLUMN     "cancelled_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "sitting" ADD COLUMN     "changed_at" TIMESTAMPTZ(3),
ADD COLUMN     "must_move_since" TIMESTAMPTZ(3),
ADD COLUMN     "planned_in_id" UUID,
ADD COLUMN     "sequence" INTEGER NOT NULL DEFAULT 0;

-- What was agreed in a session as its next time becomes a sitting of two hours. Where a mediator has another sitting at that
-- time, no seat is taken and the sitting says that it must be moved: nobody is booked twice, and nothing is lost.
do $$
declare
  met record;
  made uuid;
  who uuid;
begin
  for met in
    select distinct on (m.dispute_id, m.leg_id) m.id, m.dispute_id, m.leg_id, m.kind, m.next_at, m.place, m.host_id
    from mediation m join leg l on l.id = m.leg_id and l.ended_at is null
    order by m.dispute_id, m.leg_id, m.started_at desc, m.id desc
  loop
    continue when met.next_at is null or met.next_at <= now();
    insert into sitting (id, dispute_id, leg_id, kind, starts_at, ends_at, place_text, status, planned_by_id, planned_in_id, recorded_at)
      values (gen_random_uuid(), met.dispute_id, met.leg_id, case met.kind when 'inquiry' then 'joint' else met.kind end, met.next_at,
        met.next_at + interval '2 hours', met.place, 'planned', met.host_id, met.id, now()) returning id into made;
    for who in select account_id from leg_mediator where leg_id = met.leg_id and valid_to is null loop
      begin
        insert into sitting_seat (id, sitting_id, subject_kind, subject_id, starts_at, ends_at)
          values (gen_random_uuid(), made, 'account', who, met.next_at, met.next_at + interval '2 hours');
      exception when exclusion_violation then
        update sitting set must_move_since = now() where id = made;
        raise warning 'sitting % of % must be moved: its mediator has another one then', made, met.next_at;
      end;
    end loop;
  end loop;
end $$;
