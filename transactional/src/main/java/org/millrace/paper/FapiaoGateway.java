package org.millrace.paper;

import java.util.Optional;
import org.millrace.shared.CompanyCode;

/**
 * The way to the tax authority that a firm uses (乐企, a provider of its own): it looks fapiao up
 * there. A firm without one looks them up by hand and records what it found.
 */
public interface FapiaoGateway {
  /** Whether the authority knows a fapiao as it is recorded; absent when there is no gateway. */
  Optional<Answer> verify(CompanyCode company, Fapiao fapiao);

  /** What the authority answered. */
  record Answer(boolean genuine, String text) {}
}
