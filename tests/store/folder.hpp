// A folder on the disk for stores that must outlive the object that opened them.
#pragma once

#include <filesystem>
#include <string>

#include "base/id.hpp"

namespace test {

class Folder {
public:
    Folder() : path_(std::filesystem::temp_directory_path() / ("so06-" + base::uuid7(0))) {
        std::filesystem::create_directories(path_);
    }
    ~Folder() {
        std::error_code left;  // a folder that stays behind fails no test
        std::filesystem::remove_all(path_, left);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    std::string file(const std::string& name) const { return (path_ / name).string(); }

private:
    std::filesystem::path path_;
};

}  // namespace test
