package org.millrace.deploy.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts files into a backup and remembers their hashes, and the folders even where empty. */
final class Copier {

  private final Path target;
  private final Tally tally;
  private final Map<String, String> hashes = new HashMap<>();
  private final List<String> folders = new ArrayList<>();

  Copier(Path target, Tally tally) {
    this.target = target;
    this.tally = tally;
  }

  /** Copies a file under a name inside the backup; false when it is gone. */
  boolean file(Path from, String name) throws IOException {
    Optional<String> hash = OwnFiles.copy(from, target.resolve(name), tally);
    hash.ifPresent(value -> hashes.put(name, value));
    return hash.isPresent();
  }

  void text(String name, String content) throws IOException {
    Path file = target.resolve(name);
    OwnFiles.folderOf(file);
    OwnFiles.write(file, content);
    hashes.put(name, OwnFiles.hash(file, tally).orElseThrow());
  }

  void folder(String name) {
    folders.add(name);
  }

  boolean holds(String name) {
    return hashes.containsKey(name);
  }

  /** Takes back what stands below a name. */
  void forget(String name) throws IOException {
    OwnFiles.delete(target.resolve(name));
    hashes.keySet().removeIf(each -> each.startsWith(name + "/"));
  }

  List<String> folders() {
    return List.copyOf(folders);
  }

  Manifest manifest() {
    return new Manifest(hashes);
  }

  @Override
  public String toString() {
    return tally.toString();
  }
}
