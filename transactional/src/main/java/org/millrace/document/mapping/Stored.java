package org.millrace.document.mapping;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The column of a component whose own name cannot be one: {@code order} is a word of SQL. */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Stored {
  /** The name of the column, in snake case. */
  String value();
}
