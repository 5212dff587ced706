-- Services are changed over REST: their segments, fixed starts and qualifications are replaced as a whole. What was
-- sold is in service_version, which nobody deletes.
--
-- Grants only.

grant delete on service_segment, service_start to askpro_app;
