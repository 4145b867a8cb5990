// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <new>

namespace derouter {

/// Asks the system to keep the memory in large pages, if it has such.
void preferLargePages(void* memory, std::size_t bytes);

/// Allocates tables that are read at random: of large ones a processor knows where all their pages are, which
/// of small pages it does not.
template <typename T> struct LargePages {
    using value_type = T;
    static constexpr std::size_t page = std::size_t(2) << 20;

    LargePages() = default;
    template <typename Other> LargePages(const LargePages<Other>&) {}

    T* allocate(std::size_t count) {
        const std::size_t bytes = count * sizeof(T);
        if (bytes < page)
            return static_cast<T*>(::operator new(bytes));
        void* const memory = ::operator new(bytes, std::align_val_t(page));
        preferLargePages(memory, bytes);
        return static_cast<T*>(memory);
    }
    void deallocate(T* memory, std::size_t count) {
        if (count * sizeof(T) < page)
            ::operator delete(memory);
        else
            ::operator delete(memory, std::align_val_t(page));
    }

    friend bool operator==(const LargePages&, const LargePages&) { return true; }
};

} // namespace derouter
