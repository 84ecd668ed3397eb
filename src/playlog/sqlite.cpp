// SPDX-License-Identifier: MIT
#include "playlog/sqlite.h"

#include <sqlite3.h>

#include "base/i18n.h"

namespace xp::playlog {

namespace {

constexpr int kPatienceMs = 1000;  ///< for a reader's lock

Error error_of(sqlite3* connection, int code) {
  return {trf("the play log: {reason}",
              fmt::arg("reason", connection ? sqlite3_errmsg(connection) : sqlite3_errstr(code))),
          code};
}

}  // namespace

Statement::Statement(sqlite3_stmt* statement) : statement_(statement) {}

void Statement::Finalize::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }

Statement& Statement::bind(int index, std::int64_t value) {
  error_ |= sqlite3_bind_int64(statement_.get(), index, value);
  return *this;
}

Statement& Statement::bind(int index, std::string_view text) {
  error_ |= sqlite3_bind_text(statement_.get(), index, text.data(), int(text.size()), SQLITE_TRANSIENT);
  return *this;
}

Statement& Statement::bind_bytes(int index, std::string_view bytes) {
  error_ |= sqlite3_bind_blob(statement_.get(), index, bytes.data(), int(bytes.size()), SQLITE_TRANSIENT);
  return *this;
}

Result<bool> Statement::step() {
  const int code = error_ ? error_ : sqlite3_step(statement_.get());
  if (code == SQLITE_ROW) return true;
  const Error error = error_of(sqlite3_db_handle(statement_.get()), code);
  sqlite3_reset(statement_.get());
  if (code == SQLITE_DONE) return false;
  return error;
}

Status Statement::run() {
  const Result<bool> row = step();
  sqlite3_reset(statement_.get());
  if (!row) return row.error();
  return Done{};
}

std::int64_t Statement::integer(int column) const { return sqlite3_column_int64(statement_.get(), column); }

std::string Statement::text(int column) const { return bytes(column); }

std::string Statement::bytes(int column) const {
  const void* data = sqlite3_column_blob(statement_.get(), column);
  const int size = sqlite3_column_bytes(statement_.get(), column);
  return data ? std::string(static_cast<const char*>(data), std::size_t(size)) : std::string{};
}

void Database::Close::operator()(sqlite3* connection) const { sqlite3_close_v2(connection); }

namespace {

Result<sqlite3*> open_with(const std::string& uri, int flags) {
  sqlite3* connection = nullptr;
  const int code = sqlite3_open_v2(uri.c_str(), &connection, flags, nullptr);
  if (code == SQLITE_OK) {
    sqlite3_busy_timeout(connection, kPatienceMs);
    return connection;
  }
  const Error error = error_of(connection, code);
  sqlite3_close(connection);
  return error;
}

/// A path as a URI's.
std::string escaped(const std::string& path) {
  std::string out;
  for (const char c : path) {
    if (c == '%' || c == '?' || c == '#')
      out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    else
      out += c;
  }
  return out;
}

}  // namespace

Result<Database> Database::open(const std::string& path) {
  const auto connection = open_with(path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX);
  if (!connection) return connection.error();
  return Database(*connection);
}

Result<Database> Database::open_to_read(const std::string& path) {
  const int flags = SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX;
  // Who may not write into the folder cannot make the files that are shared with a writer; without a writer
  // nobody needs them.
  for (const char* mode : {"?mode=ro", "?mode=ro&immutable=1"}) {
    const auto connection = open_with("file:" + escaped(path) + mode, flags);
    if (!connection) return connection.error();
    Database database(*connection);
    if (database.integer("SELECT count(*) FROM sqlite_master")) return database;
  }
  return Error{trf("“{path}” cannot be read as a play log", fmt::arg("path", path)), SQLITE_NOTADB};
}

Result<Statement> Database::prepare(std::string_view sql) {
  sqlite3_stmt* statement = nullptr;
  const int code = sqlite3_prepare_v2(connection_.get(), sql.data(), int(sql.size()), &statement, nullptr);
  if (code != SQLITE_OK) return error_of(connection_.get(), code);
  return Statement(statement);
}

Status Database::run(const char* sql) {
  const int code = sqlite3_exec(connection_.get(), sql, nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) return error_of(connection_.get(), code);
  return Done{};
}

Result<std::int64_t> Database::integer(std::string_view sql) {
  auto statement = prepare(sql);
  if (!statement) return statement.error();
  const auto row = statement->step();
  if (!row) return row.error();
  return *row ? statement->integer(0) : std::int64_t{0};
}

std::int64_t Database::last_id() const { return sqlite3_last_insert_rowid(connection_.get()); }

Result<Transaction> Transaction::begin(Database& database) {
  if (Status begun = database.run("BEGIN IMMEDIATE"); !begun) return begun.error();
  return Transaction(database);
}

Transaction::~Transaction() {
  if (database_) (void)database_->run("ROLLBACK");  // it may have been rolled back already
}

Status Transaction::commit() {
  Status done = database_->run("COMMIT");
  if (done) database_ = nullptr;
  return done;
}

bool is_damage(const Error& error) {
  const int code = error.code & 0xff;
  return code == SQLITE_CORRUPT || code == SQLITE_NOTADB;
}

Error damage(std::string message) { return {std::move(message), SQLITE_CORRUPT}; }

}  // namespace xp::playlog
