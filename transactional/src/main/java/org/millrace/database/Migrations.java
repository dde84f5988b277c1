package org.millrace.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.modulith.ApplicationModule;

/**
 * Brings the schema of each domain up to date, each with its own history. A domain is a folder of
 * {@code db/migration}; those that its package says it may depend on come before it.
 */
final class Migrations {
  private final DataSource database;

  Migrations(DataSource database) {
    this.database = database;
  }

  void run() {
    inOrder().forEach(this::migrate);
  }

  static List<String> inOrder() {
    Set<String> domains = domains();
    Set<String> ordered = new LinkedHashSet<>();
    domains.forEach(domain -> add(domain, new ArrayList<>(), ordered));
    ordered.retainAll(domains);
    return List.copyOf(ordered);
  }

  private static Set<String> domains() {
    try {
      Set<String> domains = new TreeSet<>();
      for (Resource file :
          new PathMatchingResourcePatternResolver()
              .getResources("classpath*:db/migration/*/V*.sql")) {
        String[] path = file.getURL().getPath().split("/");
        domains.add(path[path.length - 2]);
      }
      return domains;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list db/migration", e);
    }
  }

  private static void add(String domain, List<String> above, Set<String> ordered) {
    if (above.contains(domain)) {
      throw new IllegalStateException(
          "Domains depend on each other in a circle: %s, %s"
              .formatted(String.join(", ", above), domain));
    }
    if (!ordered.contains(domain)) {
      above.add(domain);
      before(domain).forEach(other -> add(other, above, ordered));
      above.remove(domain);
      ordered.add(domain);
    }
  }

  private static Set<String> before(String domain) {
    String name = "org.millrace." + domain + ".package-info";
    try {
      Set<String> before = new TreeSet<>();
      ApplicationModule module = Class.forName(name).getAnnotation(ApplicationModule.class);
      for (String other : module.allowedDependencies()) {
        before.add(other.replaceFirst("::.*", ""));
      }
      return before;
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(
          "db/migration/%s has no package org.millrace.%1$s that says what it depends on"
              .formatted(domain),
          e);
    }
  }

  private void migrate(String domain) {
    Flyway.configure()
        .dataSource(database)
        .schemas(domain)
        .defaultSchema(domain)
        .table("schema_history")
        .locations("classpath:db/migration/" + domain)
        .failOnMissingLocations(true)
        .validateMigrationNaming(true)
        .load()
        .migrate();
  }
}
