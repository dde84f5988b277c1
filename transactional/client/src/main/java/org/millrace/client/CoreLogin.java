package org.millrace.client;

/** As whom a program logs in. */
public record CoreLogin(String user, String password) {
  @Override
  public String toString() {
    return user;
  }
}
