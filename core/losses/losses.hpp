// The losses that there are; the table of an edition in abi/editions names those that it holds.
#pragma once

#include "../losses.hpp"

namespace lora {

extern const Loss kMse;
extern const Loss kHuber;
extern const Loss kCosine;

}  // namespace lora
