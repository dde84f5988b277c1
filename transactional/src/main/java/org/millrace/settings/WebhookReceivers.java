package org.millrace.settings;

/** Where webhooks may send events: MILLRACE_WEBHOOK_RECEIVERS, public or any (default public). */
public enum WebhookReceivers {
  /** Public addresses, by TLS. */
  PUBLIC,
  /** Any, also of this machine and its network. */
  ANY
}
