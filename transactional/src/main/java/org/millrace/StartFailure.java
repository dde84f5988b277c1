package org.millrace;

import java.net.BindException;
import java.net.ConnectException;
import java.sql.SQLException;
import org.springframework.boot.web.server.PortInUseException;

/** Says in one line why a start failed and what to do. */
final class StartFailure {
  private StartFailure() {}

  static String explained(Throwable failure) {
    Throwable root = failure;
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof PortInUseException port) {
        return "port "
            + port.getPort()
            + " is in use. Choose another with --port, or stop its user.";
      }
      if (cause instanceof SQLException sql && "28P01".equals(sql.getSQLState())) {
        return "PostgreSQL refuses the password in MILLRACE_DATABASE_PASSWORD_FILE: "
            + sql.getMessage();
      }
      root = cause;
    }
    if (root instanceof ConnectException) {
      return "PostgreSQL does not answer at MILLRACE_DATABASE_URL: " + root.getMessage();
    }
    if (root instanceof BindException) {
      return "the port cannot be used: " + root.getMessage();
    }
    return root.getClass().getSimpleName() + ": " + root.getMessage();
  }
}
