-- A number of the province's system stands on one dispute: whether it stands on another is asked of each that is written.
CREATE INDEX "dispute_province_code_idx" ON "dispute"("province_code") WHERE "province_code" IS NOT NULL;
