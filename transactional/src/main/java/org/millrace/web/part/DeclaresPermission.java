package org.millrace.web.part;

/** A handler that stands at several addresses, each of which needs another permission. */
public interface DeclaresPermission {
  /** As {@link org.millrace.web.RequiresPermission} names it. */
  String permission();
}
