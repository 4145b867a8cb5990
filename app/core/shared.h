// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

namespace derouter {

/// A value that its copies share until one of them is changed.
///
/// Copies are made, changed and let go on one thread; another one may read what a copy holds meanwhile.
template <typename T> class Shared {
public:
    Shared()
        : m_value(std::make_shared<T>()) {}

    const T& operator*() const { return *m_value; }
    const T* operator->() const { return m_value.get(); }
    /// To be changed: a value of its own from now on.
    T& changed() {
        if (m_value.use_count() > 1)
            m_value = std::make_shared<T>(*m_value);
        return *m_value;
    }

private:
    std::shared_ptr<T> m_value;
};

} // namespace derouter
