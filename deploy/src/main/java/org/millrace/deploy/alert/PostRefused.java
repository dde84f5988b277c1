package org.millrace.deploy.alert;

/** A mail server did not take a mail; it says why. */
public final class PostRefused extends Exception {

  public PostRefused(String message, Throwable cause) {
    super(message, cause);
  }
}
