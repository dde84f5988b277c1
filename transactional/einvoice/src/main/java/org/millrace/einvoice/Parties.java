package org.millrace.einvoice;

import java.util.Optional;

/** BG-4 seller, BG-7 buyer, BG-10 payee where it is not the seller, BG-11 tax representative. */
public record Parties(
    Party seller, Party buyer, Optional<Party> payee, Optional<Party> taxRepresentative) {
  public static Parties of(Party seller, Party buyer) {
    return new Parties(seller, buyer, Optional.empty(), Optional.empty());
  }
}
