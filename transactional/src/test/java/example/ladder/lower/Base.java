package example.ladder.lower;

import example.ladder.upper.Tower;

/** Should know nothing of the tower. */
public class Base {
  Tower above() {
    return new Tower();
  }
}
