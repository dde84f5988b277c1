package org.millrace.shared;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Names the contract of an event: {@code contracts/<domain>/<event>.v<version>.schema.json}. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface EventType {
  /** Domain and event, such as {@code sales.invoice-posted}. */
  String value();

  /** The version of the contract. */
  int version() default 1;
}
