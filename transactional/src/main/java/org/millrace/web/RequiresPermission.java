package org.millrace.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The permission that a caller of an endpoint needs, in the company of its path or, where the path
 * has none, in all companies. At a class it holds for the questions (GET) of that class that
 * declare none themselves. An endpoint without one stops the start of the core.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface RequiresPermission {
  /** Open to everybody, also without a login. */
  String NONE = "none";

  /** Open to every user; the endpoint itself decides what it shows to whom. */
  String LOGIN = "login";

  /** One of the permissions of {@code access/roles.yaml}, {@link #LOGIN} or {@link #NONE}. */
  String value();

  /**
   * At a question whose answer the kernel of documents narrows by the caller's {@link
   * org.millrace.shared.Caller.RowRule row rules}: open as well to who holds {@code sales.own} or
   * {@code sales.region} in the place of {@code sales.read}. What is not marked stays closed to
   * them.
   */
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.METHOD)
  @interface OrSomeRows {}
}
