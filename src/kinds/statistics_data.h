// SPDX-License-Identifier: MIT
#pragma once

#include "kinds/slide_kind.h"
#include "kinds/statistics.h"

namespace xp::kinds {

/// Reads the CSV file that `statistics.data` names, beside the playlist, into its data, or into the columns
/// and rows of a table. False after a mistake: it is reported where it stands in the CSV, and costs this
/// slide alone. What `chart` cannot show is left out, with a warning.
bool read_data_file(Statistics& statistics, const Chart& chart, toml::TableReader& reader,
                    const ReadContext& context);

}  // namespace xp::kinds
