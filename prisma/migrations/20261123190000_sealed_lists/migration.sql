-- Sealed disputes are listed apart, by number, area and level, the newest first.
create index dispute_sealed_district_idx on dispute (district_id, recorded_at, id) where sealed;
create index dispute_sealed_township_idx on dispute (township_id, recorded_at, id) where sealed;
