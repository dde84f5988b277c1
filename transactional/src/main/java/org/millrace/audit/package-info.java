/**
 * Who did what when, as administrators read it; the commands themselves write it down.
 *
 * <p>Read {@link org.millrace.audit.AuditHttp} first.
 */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"shared", "web", "document", "document::list"})
package org.millrace.audit;
