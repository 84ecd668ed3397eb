// SPDX-License-Identifier: MIT
// SQLite, as far as the play log needs it: a connection, a statement, errors as Result.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "base/result.h"

struct sqlite3;
struct sqlite3_stmt;

namespace xp::playlog {

/// A prepared statement. Errors are kept: step() after a failed bind fails.
class Statement {
 public:
  explicit Statement(sqlite3_stmt* statement);
  Statement& bind(int index, std::int64_t value);
  Statement& bind(int index, std::string_view text);
  Statement& bind_bytes(int index, std::string_view bytes);
  /// True: there is a row to read. False: there is none, or no more; the statement can be used again.
  Result<bool> step();
  /// For statements without rows.
  Status run();

  std::int64_t integer(int column) const;
  std::string text(int column) const;
  std::string bytes(int column) const;

 private:
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const;
  };
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
  int error_ = 0;
};

/// A file of SQLite; one thread. Error codes are SQLite's.
class Database {
 public:
  static Result<Database> open(const std::string& path);
  /// Without a right to write; also beside a player that writes.
  static Result<Database> open_to_read(const std::string& path);

  Result<Statement> prepare(std::string_view sql);
  Status run(const char* sql);                         ///< one statement or several, without rows
  Result<std::int64_t> integer(std::string_view sql);  ///< the first column of the first row; 0 without one
  std::int64_t last_id() const;

 private:
  struct Close {
    void operator()(sqlite3* connection) const;
  };
  explicit Database(sqlite3* connection) : connection_(connection) {}
  std::unique_ptr<sqlite3, Close> connection_;
};

/// Changes that take effect together: rolled back unless committed.
class Transaction {
 public:
  static Result<Transaction> begin(Database& database);
  Transaction(Transaction&& other) noexcept : database_(std::exchange(other.database_, nullptr)) {}
  ~Transaction();
  Status commit();

 private:
  explicit Transaction(Database& database) : database_(&database) {}
  Database* database_;
};

/// The file itself is damaged, or it is none of ours.
bool is_damage(const Error& error);
Error damage(std::string message);

}  // namespace xp::playlog
