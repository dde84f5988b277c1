/**
 * The launcher behind {@code ./millrace}. Read {@link org.millrace.deploy.Millrace} first: it lists
 * the verbs. It speaks to the running parts by HTTP and SQL only and imports none of their code.
 */
package org.millrace.deploy;
