-- Several mails to one person may go out as one: then this is what it is called, since it was first tried. Whatever
-- may have arrived under that name is tried again as it was.
ALTER TABLE mails ADD COLUMN letter TEXT;
