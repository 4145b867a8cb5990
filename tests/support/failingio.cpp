// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Preloaded into the program, makes its input and output fail as disks, networks and kernels do.
//
// Only calls on files under DEROUTER_IO_UNDER count, and those of inotify. DEROUTER_IO_PLAN says what to do:
//   read:3:5      the third read fails with error 5
//   read:3:116:stale  and so do all further ones of that descriptor, until the file is opened again
//   read:/2:4     every second one does
//   read:short    each gives one byte
//   inotify:overflow  each event that is read is that of a queue that overflowed
//   memory:7:12   the seventh allocation since the first file was opened finds no memory
// DEROUTER_IO_COUNTS names a file that gets a line for each call, `read 17`, when the program ends.

#include <array>
#include <atomic>
#include <cerrno>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <new>
#include <string>

#include <dlfcn.h>
#include <fcntl.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <unistd.h>

namespace {

enum Call { Open, Read, Seek, Stat, Write, Rename, Sync, Inotify, Memory, calls };
constexpr const char* callNames[calls] = {"open",   "read", "seek",    "stat",  "write",
                                          "rename", "sync", "inotify", "memory"};

std::atomic<bool> countsMemory = false; ///< not before the program is at work: the plan itself needs some

template <typename Function> Function* real(const char* name) {
    return reinterpret_cast<Function*>(dlsym(RTLD_NEXT, name));
}

/// What is to happen, read once.
struct Plan {
    std::string under;
    int call = -1;
    long nth = 0;   ///< that one fails; 0: none
    long every = 0; ///< each so-and-so-manyth fails; 0: none
    int error = 0;
    bool isShort = false;
    bool overflows = false;
    bool remains = false; ///< a descriptor whose read failed fails until the file is opened again
    std::array<std::atomic<bool>, 1024> failed{}; ///< by descriptor, where that is so
    std::atomic<long> counts[calls] = {};

    Plan() {
        if (const char* const folder = std::getenv("DEROUTER_IO_UNDER"))
            under = folder;
        const char* const text = std::getenv("DEROUTER_IO_PLAN");
        char name[16] = {};
        char rest[32] = {};
        if (!text || std::sscanf(text, "%15[a-z]:%31s", name, rest) != 2)
            return;
        for (int i = 0; i < calls; ++i)
            if (std::strcmp(name, callNames[i]) == 0)
                call = i;
        isShort = std::strcmp(rest, "short") == 0;
        overflows = std::strcmp(rest, "overflow") == 0;
        remains = std::strstr(rest, ":stale") != nullptr;
        if (std::sscanf(rest, "/%ld:%d", &every, &error) != 2)
            std::sscanf(rest, "%ld:%d", &nth, &error);
    }

    ~Plan() {
        const char* const path = std::getenv("DEROUTER_IO_COUNTS");
        std::FILE* const file = path ? std::fopen(path, "w") : nullptr;
        for (int i = 0; file && i < calls; ++i)
            std::fprintf(file, "%s %ld\n", callNames[i], counts[i].load());
        if (file)
            std::fclose(file);
    }

    /// Counts the call; whether it is to fail, with errno set.
    bool fails(Call made) {
        const long count = ++counts[made];
        if (made != call || (count != nth && (every == 0 || count % every != 0)))
            return false;
        errno = error;
        return true;
    }

    bool readFails(int descriptor) {
        const auto at = static_cast<std::size_t>(descriptor);
        const bool kept = remains && at < failed.size();
        const bool isFailed = fails(Read) || (kept && failed[at]);
        if (kept && isFailed)
            failed[at] = true;
        errno = isFailed ? error : errno;
        return isFailed;
    }
    int opened(int descriptor) {
        if (descriptor >= 0 && static_cast<std::size_t>(descriptor) < failed.size())
            failed[static_cast<std::size_t>(descriptor)] = false;
        return descriptor;
    }
};

Plan& plan() {
    static Plan only;
    return only;
}

bool isMeant(const char* path) {
    const std::string& under = plan().under;
    return path && !under.empty() && std::strncmp(path, under.c_str(), under.size()) == 0;
}

bool isMeant(int descriptor) {
    char link[64];
    char path[4096];
    std::snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    const ssize_t length = readlink(link, path, sizeof path - 1);
    if (length <= 0)
        return false;
    path[length] = '\0';
    return isMeant(path);
}

bool isInotify(int descriptor) {
    char link[64];
    char path[64];
    std::snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    const ssize_t length = readlink(link, path, sizeof path - 1);
    return length > 0 &&
           std::string(path, static_cast<std::size_t>(length)).find("inotify") != std::string::npos;
}

mode_t modeFrom(int flags, va_list& rest) {
    return (flags & (O_CREAT | O_TMPFILE)) != 0 ? static_cast<mode_t>(va_arg(rest, unsigned)) : 0;
}

} // namespace

/// Those of C++; Qt and the C library do not look at all of theirs.
void* operator new(std::size_t size) {
    void* const block = countsMemory && plan().fails(Memory) ? nullptr : std::malloc(size);
    if (block)
        return block;
    if (const auto handler = std::get_new_handler())
        handler();
    throw std::bad_alloc();
}

extern "C" {

#define OPEN(name)                                                                                           \
    int name(const char* path, int flags, ...) {                                                             \
        va_list rest;                                                                                        \
        va_start(rest, flags);                                                                               \
        const mode_t mode = modeFrom(flags, rest);                                                           \
        va_end(rest);                                                                                        \
        if (isMeant(path) && plan().fails(Open))                                                             \
            return -1;                                                                                       \
        countsMemory = countsMemory || isMeant(path);                                                        \
        static auto* const next = real<int(const char*, int, ...)>(#name);                                   \
        return plan().opened(next(path, flags, mode));                                                       \
    }
OPEN(open)
OPEN(open64)

ssize_t read(int descriptor, void* buffer, size_t size) {
    static auto* const next = real<ssize_t(int, void*, size_t)>("read");
    if (plan().overflows && isInotify(descriptor) && size >= sizeof(inotify_event)) {
        const ssize_t got = next(descriptor, buffer, size);
        if (got <= 0)
            return got;
        const inotify_event overflow = {-1, IN_Q_OVERFLOW, 0, 0};
        std::memcpy(buffer, &overflow, sizeof overflow);
        return sizeof overflow;
    }
    if (!isMeant(descriptor))
        return next(descriptor, buffer, size);
    if (plan().readFails(descriptor))
        return -1;
    return next(descriptor, buffer, plan().call == Read && plan().isShort && size > 1 ? 1 : size);
}

ssize_t write(int descriptor, const void* buffer, size_t size) {
    static auto* const next = real<ssize_t(int, const void*, size_t)>("write");
    if (!isMeant(descriptor))
        return next(descriptor, buffer, size);
    if (plan().fails(Write))
        return -1;
    return next(descriptor, buffer, plan().call == Write && plan().isShort && size > 1 ? 1 : size);
}

#define SEEK(name, type)                                                                                     \
    type name(int descriptor, type offset, int whence) noexcept {                                            \
        static auto* const next = real<type(int, type, int)>(#name);                                         \
        if (isMeant(descriptor) && plan().fails(Seek))                                                       \
            return -1;                                                                                       \
        return next(descriptor, offset, whence);                                                             \
    }
SEEK(lseek, off_t)
SEEK(lseek64, off64_t)

#define STAT(name, type)                                                                                     \
    int name(const char* path, struct type* found) noexcept {                                                \
        static auto* const next = real<int(const char*, struct type*)>(#name);                               \
        return isMeant(path) && plan().fails(Stat) ? -1 : next(path, found);                                 \
    }
STAT(stat, stat)
STAT(stat64, stat64)

#define FSTAT(name, type)                                                                                    \
    int name(int descriptor, struct type* found) noexcept {                                                  \
        static auto* const next = real<int(int, struct type*)>(#name);                                       \
        return isMeant(descriptor) && plan().fails(Stat) ? -1 : next(descriptor, found);                     \
    }
FSTAT(fstat, stat)
FSTAT(fstat64, stat64)

int statx(int folder, const char* path, int flags, unsigned mask, struct statx* found) noexcept {
    static auto* const next = real<int(int, const char*, int, unsigned, struct statx*)>("statx");
    const bool meant = path && *path != '\0' ? isMeant(path) : isMeant(folder);
    return meant && plan().fails(Stat) ? -1 : next(folder, path, flags, mask, found);
}

int rename(const char* from, const char* to) noexcept {
    static auto* const next = real<int(const char*, const char*)>("rename");
    return isMeant(to) && plan().fails(Rename) ? -1 : next(from, to);
}

int fdatasync(int descriptor) {
    static auto* const next = real<int(int)>("fdatasync");
    return isMeant(descriptor) && plan().fails(Sync) ? -1 : next(descriptor);
}

int inotify_init1(int flags) noexcept {
    static auto* const next = real<int(int)>("inotify_init1");
    return plan().fails(Inotify) ? -1 : next(flags);
}

int inotify_add_watch(int descriptor, const char* path, uint32_t mask) noexcept {
    static auto* const next = real<int(int, const char*, uint32_t)>("inotify_add_watch");
    return plan().fails(Inotify) ? -1 : next(descriptor, path, mask);
}

} // extern "C"
