package org.millrace.web;

import java.util.UUID;
import java.util.function.Supplier;
import org.millrace.HttpAnswer;
import org.millrace.shared.CompanyCode;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A database that fails when an item of that company is registered, as often as told. */
final class FailingItems {
  /** When it fails: in the act, or in the commit. */
  enum When {
    ACT,
    COMMIT
  }

  private final JdbcClient jdbc;
  private final String name = "f" + UUID.randomUUID().toString().replace("-", "");

  private FailingItems(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** With that SQLSTATE. */
  static FailingItems with(
      String state, JdbcClient jdbc, CompanyCode company, int times, When when) {
    String failure = "raise exception using errcode = '" + state + "';";
    return new FailingItems(jdbc).made(failure, company, times, when);
  }

  /** By the death of the connection's server process. */
  static FailingItems dying(JdbcClient jdbc, CompanyCode company, When when) {
    return new FailingItems(jdbc)
        .made("perform pg_terminate_backend(pg_backend_pid());", company, 1, when);
  }

  private FailingItems made(String failure, CompanyCode company, int times, When when) {
    jdbc.sql("create sequence public." + name).update();
    jdbc.sql("grant usage on sequence public." + name + " to core").update();
    jdbc.sql(
            """
            create function public.%1$s() returns trigger language plpgsql as $$
            begin
              if new.company = '%2$s' and nextval('public.%1$s') <= %3$d then %4$s end if;
              return new;
            end $$
            """
                .formatted(name, company, times, failure))
        .update();
    String trigger =
        when == When.ACT
            ? "create trigger %1$s after insert on item.item"
            : "create constraint trigger %1$s after insert on item.item"
                + " deferrable initially deferred";
    jdbc.sql((trigger + " for each row execute function public.%1$s()").formatted(name)).update();
    return this;
  }

  /** Asks while it fails. */
  HttpAnswer during(Supplier<HttpAnswer> request) {
    try {
      return request.get();
    } finally {
      drop();
    }
  }

  private void drop() {
    jdbc.sql("drop trigger " + name + " on item.item").update();
    jdbc.sql("drop function public." + name).update();
    jdbc.sql("drop sequence public." + name).update();
  }
}
