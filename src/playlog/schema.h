// SPDX-License-Identifier: MIT
// The statements of the play log's file. The tables are compact; the view play_log is for people.
#pragma once

namespace xp::playlog {

inline constexpr int kSchemaVersion = 1;

/// FULL: a row that was written is on the disk before the next is thought of, power cut or not.
inline constexpr const char* kSettings = R"(
PRAGMA journal_mode = WAL;
PRAGMA synchronous = FULL;
PRAGMA journal_size_limit = 4194304;
PRAGMA cache_size = -512;
)";

/// Words of Reason in its order; times in ms.
inline constexpr const char* kSchema = R"(
CREATE TABLE subject (
  id INTEGER PRIMARY KEY, boot TEXT NOT NULL, version TEXT NOT NULL, simulated INTEGER NOT NULL,
  screen TEXT NOT NULL, show TEXT NOT NULL, zone TEXT NOT NULL, slide TEXT NOT NULL, kind TEXT NOT NULL,
  title TEXT NOT NULL, content TEXT NOT NULL, utc_offset INTEGER NOT NULL);
CREATE TABLE log (
  sequence INTEGER PRIMARY KEY, subject INTEGER NOT NULL, gap INTEGER NOT NULL, reason INTEGER NOT NULL,
  untrusted INTEGER NOT NULL, begin_wall INTEGER NOT NULL, end_wall INTEGER NOT NULL,
  begin_monotonic INTEGER NOT NULL, end_monotonic INTEGER NOT NULL, on_screen INTEGER NOT NULL,
  lost INTEGER NOT NULL, hash BLOB NOT NULL);
CREATE TABLE open (
  subject INTEGER NOT NULL, untrusted INTEGER NOT NULL, begin_wall INTEGER NOT NULL, end_wall INTEGER NOT NULL,
  begin_monotonic INTEGER NOT NULL, end_monotonic INTEGER NOT NULL, on_screen INTEGER NOT NULL);
CREATE TABLE state (
  id INTEGER PRIMARY KEY CHECK (id = 1), trimmed INTEGER NOT NULL, trimmed_hash BLOB NOT NULL,
  floor_wall INTEGER NOT NULL, seen_wall INTEGER NOT NULL, seen_monotonic INTEGER NOT NULL, seen_boot TEXT NOT NULL);
INSERT INTO state VALUES (1, 0, zeroblob(32), 0, 0, 0, '');
CREATE VIEW play_log AS SELECT
  l.sequence, CASE l.gap WHEN 0 THEN 'showing' ELSE 'gap' END AS what,
  CASE l.reason WHEN 0 THEN 'slot-over' WHEN 1 THEN 'pre-empted' WHEN 2 THEN 'reload' WHEN 3 THEN 'stop'
    WHEN 4 THEN 'unfinished' WHEN 5 THEN 'clock-set' WHEN 6 THEN 'display-lost' WHEN 7 THEN 'not-running'
    WHEN 8 THEN 'standby' WHEN 9 THEN 'not-written' WHEN 10 THEN 'too-many' WHEN 11 THEN 'damaged' END AS reason,
  s.boot, s.version, CASE s.simulated WHEN 0 THEN 'real' ELSE 'simulated' END AS run,
  s.screen, s.show, s.zone, s.slide, s.kind, s.title, s.content, s.utc_offset,
  CASE l.untrusted WHEN 0 THEN 'trusted' ELSE 'untrusted' END AS clock,
  l.begin_wall AS begin_wall_ms, l.end_wall AS end_wall_ms, l.begin_monotonic AS begin_monotonic_ms,
  l.end_monotonic AS end_monotonic_ms, l.on_screen AS on_screen_ms, l.lost,
  lower(hex(coalesce((SELECT hash FROM log WHERE sequence = l.sequence - 1), (SELECT trimmed_hash FROM state)))) AS previous,
  lower(hex(l.hash)) AS hash
  FROM log l JOIN subject s ON s.id = l.subject;
PRAGMA user_version = 1;
)";

inline constexpr const char* kInsertSubject =
    "INSERT INTO subject (boot, version, simulated, screen, show, zone, slide, kind, title, content, "
    "utc_offset) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
inline constexpr const char* kInsertRow = "INSERT INTO log VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
inline constexpr const char* kInsertOpen = "INSERT INTO open VALUES (?, ?, ?, ?, ?, ?, ?)";
inline constexpr const char* kSelectRows =
    "SELECT boot, version, simulated, screen, show, zone, slide, kind, title, content, utc_offset, "
    "untrusted, "
    "begin_wall, end_wall, begin_monotonic, end_monotonic, on_screen, sequence, gap, reason, lost, hash "
    "FROM log JOIN subject ON subject.id = log.subject";
inline constexpr const char* kSelectOpen =
    "SELECT boot, version, simulated, screen, show, zone, slide, kind, title, content, utc_offset, "
    "untrusted, "
    "begin_wall, end_wall, begin_monotonic, end_monotonic, on_screen "
    "FROM open JOIN subject ON subject.id = open.subject ORDER BY open.rowid";
inline constexpr const char* kRemember =
    "UPDATE state SET seen_wall = ?1, seen_monotonic = ?2, seen_boot = ?3";
inline constexpr const char* kRememberTrusted =
    "UPDATE state SET seen_wall = ?1, seen_monotonic = ?2, seen_boot = ?3, floor_wall = ?1";

}  // namespace xp::playlog
