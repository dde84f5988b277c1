package org.millrace.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How many requests a handler that is open to strangers may answer at the same time, the reading of
 * their bodies included, so that they leave threads to everybody else. One more is refused.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface FewAtOnce {
  /** The number. */
  int value();
}
