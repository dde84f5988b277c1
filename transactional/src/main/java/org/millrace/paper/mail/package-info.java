/**
 * Documents sent by mail: queued with their files in one transaction, handed to the mail server
 * beside it, tried again while that does not take them.
 *
 * <p>Read {@link org.millrace.paper.mail.SendByMail} first, then {@link
 * org.millrace.paper.mail.DeliverMails}. Texts are files, {@code resources/papers/mails}.
 */
package org.millrace.paper.mail;
