package org.millrace.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How many bytes the body may have where it is not the {@link #DEFAULT}. */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface LargestBody {
  /** For a command that says nothing else. */
  int DEFAULT = 4 * 1024 * 1024;

  /** The bytes. */
  int value();
}
