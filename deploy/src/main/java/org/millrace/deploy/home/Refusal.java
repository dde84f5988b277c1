package org.millrace.deploy.home;

/** A request that cannot be met, in words for the person who asked; it carries what to do. */
public final class Refusal extends RuntimeException {

  public Refusal(String message) {
    super(message);
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
