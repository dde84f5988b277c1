package org.millrace.shared;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Who sent the request of this thread, and the permissions given to that user by company. */
public record Caller(String user, Map<String, Set<String>> permissions) {
  /** In the place of a company: all of them. */
  public static final String EVERY_COMPANY = "*";

  /** The permission to see costs and margins, whatever document they stand on. */
  public static final String COSTS = "cost.read";

  private static final String READ = ".read";
  private static final String OWN = ".own";
  private static final Caller NOBODY = new Caller("nobody", Map.of());
  private static final ThreadLocal<Caller> CURRENT = ThreadLocal.withInitial(() -> NOBODY);

  /**
   * A component of a record that answers, lists, histories and the description of the API show only
   * to callers who have a permission; events carry it always.
   */
  @Documented
  @Target({ElementType.RECORD_COMPONENT, ElementType.METHOD})
  @Retention(RetentionPolicy.RUNTIME)
  public @interface Sensitive {
    /** The permission of access/roles.yaml. */
    String value() default COSTS;
  }

  public Caller {
    Map<String, Set<String>> copy = new TreeMap<>();
    permissions.forEach((company, held) -> copy.put(company, Set.copyOf(held)));
    permissions = Map.copyOf(copy);
  }

  /** The caller of this thread's request; nobody, who may do nothing, outside any request. */
  public static Caller current() {
    return CURRENT.get();
  }

  /** Makes this the caller of the thread until the turn ends. */
  public Turn begin() {
    Caller before = CURRENT.get();
    CURRENT.set(this);
    return () -> CURRENT.set(before);
  }

  /** The time in which one caller's request runs. */
  public interface Turn {
    /** The caller before is the caller again. */
    void end();
  }

  /** Whether the permission is held for all companies. */
  public boolean may(String permission) {
    return permissions.getOrDefault(EVERY_COMPANY, Set.of()).contains(permission);
  }

  /** Whether the permission is held for that company. */
  public boolean may(String company, String permission) {
    return may(permission) || permissions.getOrDefault(company, Set.of()).contains(permission);
  }

  /**
   * Whether the caller sees, of what that permission shows, the documents alone that he made: holds
   * {@code sales.own} in the place of {@code sales.read}.
   */
  public boolean seesOwnOnly(String company, String permission) {
    return permission.endsWith(READ)
        && !may(company, permission)
        && may(company, permission.substring(0, permission.length() - READ.length()) + OWN);
  }

  /** Whether the caller sees at least some of what that permission shows. */
  public boolean maySeeSome(String company, String permission) {
    return may(company, permission) || seesOwnOnly(company, permission);
  }

  /**
   * Lets only those pass who see at least some of what that permission shows.
   *
   * @throws Refused naming the permission that is missing
   */
  public void requireSome(CompanyCode company, String permission) {
    if (!maySeeSome(company.value(), permission)) {
      throw Refused.forbidden(missing(permission, company.value()));
    }
  }

  /** Whether the caller has anything to do with that company. */
  public boolean knows(CompanyCode company) {
    return !permissions.getOrDefault(EVERY_COMPANY, Set.of()).isEmpty()
        || permissions.containsKey(company.value());
  }

  /**
   * Lets only holders of the permission pass.
   *
   * @throws Refused naming the permission that is missing
   */
  public void require(CompanyCode company, String permission) {
    if (!may(company.value(), permission)) {
      throw Refused.forbidden(missing(permission, company.value()));
    }
  }

  /** What to tell somebody who lacks a permission. */
  public static String missing(String permission, String company) {
    String where = company.equals(EVERY_COMPANY) ? "all companies" : "company " + company;
    return "This needs the permission "
        + permission
        + " for "
        + where
        + ", which none of your roles gives. Ask an administrator for a role that does.";
  }
}
