package org.millrace.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The one way out of the rule that every request which is not a question is carried out as a
 * command, in one transaction and once per key. What is marked writes in transactions of its own.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface OutsideCommand {
  /** Why it is no command. */
  String value();
}
