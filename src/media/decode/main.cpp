// SPDX-License-Identifier: MIT
// xuanping-decode: decodes one picture for the player and ends. It trusts no byte of it.
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstring>

#include "media/decode/decoder.h"

namespace xp::media {
namespace {

struct Mapping {
  void* address = MAP_FAILED;
  std::size_t size = 0;
};

Mapping mapped(int descriptor, int protection) {
  struct stat facts {};
  if (fstat(descriptor, &facts) != 0 || facts.st_size <= 0) return {};
  const auto size = static_cast<std::size_t>(facts.st_size);
  return {mmap(nullptr, size, protection, MAP_SHARED, descriptor, 0), size};
}

bool begins(const DecodeJob& job, std::size_t at, const char* magic) {
  const std::size_t length = std::strlen(magic);
  return job.size >= at + length && std::memcmp(job.bytes + at, magic, length) == 0;
}

void decode(const DecodeJob& job) {
  if (begins(job, 0, "\x89PNG\r\n\x1a\n")) return decode_png(job);
  if (begins(job, 0, "\xff\xd8\xff")) return decode_jpeg(job);
  if (begins(job, 0, "RIFF") && begins(job, 8, "WEBP")) return decode_webp(job);
  stop(Outcome::unsupported);
}

std::uint32_t scaled(std::uint32_t value, std::uint32_t alpha) {
  const std::uint32_t t = value * alpha + 128;
  return (t + (t >> 8)) >> 8;
}

}  // namespace

void stop(Outcome outcome) { _exit(static_cast<int>(outcome)); }

bool premultiply(std::uint32_t* pixels, std::size_t count) {
  bool opaque = true;
  for (std::size_t i = 0; i < count; ++i) {
    std::uint8_t rgba[4];
    std::memcpy(rgba, pixels + i, sizeof rgba);
    const std::uint32_t a = rgba[3];
    opaque &= a == 255;
    pixels[i] = a << 24 | scaled(rgba[0], a) << 16 | scaled(rgba[1], a) << 8 | scaled(rgba[2], a);
  }
  return opaque;
}

}  // namespace xp::media

int main() {
  using namespace xp::media;
  const Mapping in = mapped(kInputDescriptor, PROT_READ),
                out = mapped(kOutputDescriptor, PROT_READ | PROT_WRITE);
  if (in.address == MAP_FAILED || out.address == MAP_FAILED || out.size < kPixelOffset)
    stop(Outcome::misused);
  auto* header = static_cast<DecodeHeader*>(out.address);
  if ((out.size - kPixelOffset) / 4 < std::uint64_t{header->width} * header->height) stop(Outcome::misused);
  auto* pixels = reinterpret_cast<std::uint32_t*>(static_cast<char*>(out.address) + kPixelOffset);
  if (!confine()) stop(Outcome::unconfined);
  decode({static_cast<const std::uint8_t*>(in.address), in.size, header, pixels});
  stop(Outcome::decoded);
}
