"""Documents in the form that the Đoàn uses, as DOCX: drafts for people to complete and sign."""
