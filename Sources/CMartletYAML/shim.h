#ifndef MARTLET_YAML_SHIM_H
#define MARTLET_YAML_SHIM_H

#include <yaml.h>

#endif
