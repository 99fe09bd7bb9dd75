-- What stands in the places of the text, and the text as it was handed to the gateway.
ALTER TABLE "text_message" ADD COLUMN "places" JSONB, ADD COLUMN "text" TEXT;
