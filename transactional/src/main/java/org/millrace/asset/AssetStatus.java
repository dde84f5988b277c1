package org.millrace.asset;

import java.util.Set;
import org.millrace.document.DocumentState;

/** Where an asset stands; the acts that each state allows are declared here alone. */
public enum AssetStatus implements DocumentState<AssetAct> {
  ACTIVE(AssetAct.values()),
  DISPOSED;

  private final Set<AssetAct> allowed;

  AssetStatus(AssetAct... allowed) {
    this.allowed = Set.of(allowed);
  }

  @Override
  public boolean allows(AssetAct act) {
    return allowed.contains(act);
  }

  @Override
  public String instead() {
    return "Acquire another asset.";
  }
}
