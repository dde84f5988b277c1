package org.millrace.deploy.demo.business;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One command to the core. Documents have names of our own until the core gives them a number: in
 * the path, {@code {name}} stands for that number.
 */
public record Act(String key, String path, Map<String, Object> body, Link link) {

  /**
   * What the act makes, and which document it changes and by how many versions. {@code numberAt} is
   * where the answer carries the number of what was made.
   */
  public record Link(
      Optional<String> makes, String numberAt, Optional<String> changes, int raises) {
    static final Link NONE = new Link(Optional.empty(), "", Optional.empty(), 0);

    static Link makes(String name) {
      return new Link(Optional.of(name), "/number", Optional.empty(), 0);
    }

    static Link changes(String name) {
      return new Link(Optional.empty(), "", Optional.of(name), 1);
    }

    Link from(String changed, int versions) {
      return new Link(makes, numberAt, Optional.of(changed), versions);
    }
  }

  static Act of(String key, String path, Link link, Map<String, Object> body) {
    return new Act(key, path, body, link);
  }

  /** The same act, dated. */
  Act at(java.time.Instant moment) {
    Map<String, Object> dated = new LinkedHashMap<>(body);
    dated.put("occurredAt", moment.toString());
    return new Act(key, path, dated, link);
  }
}
