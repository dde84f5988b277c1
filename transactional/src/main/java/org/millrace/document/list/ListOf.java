package org.millrace.document.list;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An endpoint that answers a list of rows, which says so in the description of the API. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface ListOf {
  /** The {@link Listed} record that the list is narrowed and sorted by. */
  Class<? extends Record> value();
}
