package org.millrace.document.list;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A record that is a row of a list: each component is a column of the query, as {@link
 * org.millrace.document.mapping.RecordMapping} names it, and a filter of the list.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Listed {
  /** The fields that the search looks into. */
  String[] searched();

  /** The order when none is asked for, as in an address; empty for that of the key. */
  String sorted() default "";

  /** What tells rows apart, as SQL sorts it: {@code item}, or {@code sequence desc}. */
  String[] key();

  /** The fields that narrow and sort nothing. */
  String[] without() default {};
}
