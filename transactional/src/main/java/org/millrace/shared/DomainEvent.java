package org.millrace.shared;

/**
 * Something that happened in the business: a record with an {@link EventType}. All components but
 * {@link #head()} are its payload, the document as it is after the act.
 */
public interface DomainEvent {
  /** Whose document it is, which version, and when it happened. */
  EventHead head();
}
