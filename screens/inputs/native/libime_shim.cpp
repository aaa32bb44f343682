// A thin extern "C" face over libime (LGPL-2.1+), the engine of fcitx5-pinyin, for screens/inputs/_libime.py.
// Written for 1.0.16 (Debian 12). The library's C++ ABI belongs to the distribution: build this on the station.
//
// Owns nothing but one composing context. It never calls PinyinContext::learn() and never saves a dictionary, so that
// nothing a visitor types is remembered. Strings are UTF-8; a returned pointer is valid until the next call.
#include <cstddef>
#include <cstdio>
#include <exception>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <libime/core/languagemodel.h>
#include <libime/core/lattice.h>
#include <libime/core/prediction.h>
#include <libime/core/userlanguagemodel.h>
#include <libime/pinyin/pinyincontext.h>
#include <libime/pinyin/pinyindictionary.h>
#include <libime/pinyin/pinyinime.h>

namespace {

struct Engine {
    std::unique_ptr<libime::PinyinIME> ime;
    std::unique_ptr<libime::Prediction> prediction;
    std::unique_ptr<libime::PinyinContext> context;
    std::string answer;
    double accent_cost = 0;
};

std::string letters_only(const std::string &pinyin) {
    std::string letters;
    for (char letter : pinyin) {
        if (letter != '\'') {
            letters += letter;
        }
    }
    return letters;
}

// The candidate to show first. libime weighs an accented reading almost like an exact one, so that "nihao" begins with
// li'hao; where a reading spelt exactly as typed is nearly as likely, it goes first. Others keep their order behind it.
std::size_t first_candidate(const Engine *engine) {
    constexpr std::size_t LOOKED_AT = 12;
    const auto &context = *engine->context;
    const auto &candidates = context.candidates();
    const auto open = letters_only(context.userInput().substr(context.selectedLength()));
    for (std::size_t i = 0; i < candidates.size() && i < LOOKED_AT; ++i) {
        if (letters_only(context.candidateFullPinyin(i)) == open) {
            return candidates[0].score() - candidates[i].score() < engine->accent_cost ? i : 0;
        }
    }
    return 0;
}

// The engine's number of the candidate shown as the nth.
std::size_t shown_as(std::size_t nth, std::size_t first) {
    return nth == 0 ? first : nth <= first ? nth - 1 : nth;
}

// Residents of the south-west often do not tell z from zh, n from l, or in from ing; CommonTypo is "uen" for "un" and the like.
libime::PinyinFuzzyFlags fuzziness(bool southern) {
    using libime::PinyinFuzzyFlag;
    libime::PinyinFuzzyFlags flags = PinyinFuzzyFlag::Inner;
    flags |= PinyinFuzzyFlag::CommonTypo;
    if (southern) {
        for (auto flag : {PinyinFuzzyFlag::Z_ZH, PinyinFuzzyFlag::C_CH, PinyinFuzzyFlag::S_SH, PinyinFuzzyFlag::L_N,
                          PinyinFuzzyFlag::IN_ING, PinyinFuzzyFlag::EN_ENG, PinyinFuzzyFlag::AN_ANG}) {
            flags |= flag;
        }
    }
    return flags;
}

std::vector<std::string> lines(const char *text) {
    std::vector<std::string> found;
    std::string line;
    for (const char *at = text; *at != '\0'; ++at) {
        if (*at != '\n') {
            line += *at;
        } else if (!line.empty()) {
            found.push_back(line);
            line.clear();
        }
    }
    if (!line.empty()) {
        found.push_back(line);
    }
    return found;
}

const char *joined(Engine *engine, const std::vector<std::string> &words) {
    engine->answer.clear();
    for (const auto &word : words) {
        engine->answer += word;
        engine->answer += '\n';
    }
    return engine->answer.c_str();
}

// No exception may cross into Python: it would end the station.
template <typename Answer, typename Work> Answer guarded(const char *what, Answer otherwise, Work work) {
    try {
        return work();
    } catch (const std::exception &error) {
        std::fprintf(stderr, "libimeshim: %s: %s\n", what, error.what());
    } catch (...) {
        std::fprintf(stderr, "libimeshim: %s\n", what);
    }
    return otherwise;
}

} // namespace

extern "C" {

Engine *ki_open(const char *dictionary, const char *model, int southern, double accent_cost) {
    return guarded<Engine *>("open", nullptr, [&]() -> Engine * {
        using libime::PinyinDictionary;
        auto engine = std::make_unique<Engine>();
        auto words = std::make_unique<PinyinDictionary>();
        words->load(PinyinDictionary::SystemDict, dictionary, libime::PinyinDictFormat::Binary);
        engine->ime = std::make_unique<libime::PinyinIME>(std::move(words), std::make_unique<libime::UserLanguageModel>(model));
        engine->ime->setFuzzyFlags(fuzziness(southern != 0));
        engine->accent_cost = accent_cost;
        engine->ime->setNBest(5);
        engine->ime->setScoreFilter(1.0F); // as fcitx5-pinyin does
        engine->context = std::make_unique<libime::PinyinContext>(engine->ime.get());
        engine->prediction = std::make_unique<libime::Prediction>();
        engine->prediction->setLanguageModel(engine->ime->model());
        return engine.release();
    });
}

void ki_close(Engine *engine) { delete engine; }

void ki_clear(Engine *engine) { engine->context->clear(); }

// A cleared context keeps its buffers, and in them what was typed; a new one has none.
void ki_forget(Engine *engine) {
    guarded("forget", 0, [&] {
        engine->context = std::make_unique<libime::PinyinContext>(engine->ime.get());
        engine->answer.assign(engine->answer.capacity(), '\0');
        engine->answer = std::string();
        return 0;
    });
}

int ki_type(Engine *engine, const char *letters) {
    return guarded("type", 0, [&] { return engine->context->type(std::string_view(letters)) ? 1 : 0; });
}

// Takes back one letter; when only chosen words are left, the last of them turns into pinyin again. 0: nothing to take back.
int ki_backspace(Engine *engine) {
    return guarded("backspace", 0, [&] {
        auto &context = *engine->context;
        if (context.cursor() == 0) {
            return 0;
        }
        if (context.selectedLength() == context.size()) {
            context.cancel();
            return 1;
        }
        context.backspace();
        if (context.size() > 0 && context.selectedLength() == context.size()) {
            context.cancel();
        }
        return 1;
    });
}

const char *ki_candidates(Engine *engine, std::size_t most) {
    return guarded("candidates", "", [&] {
        std::vector<std::string> words;
        const auto &candidates = engine->context->candidates();
        const auto first = first_candidate(engine);
        for (std::size_t nth = 0; nth < candidates.size() && nth < most; ++nth) {
            words.push_back(candidates[shown_as(nth, first)].toString());
        }
        return joined(engine, words);
    });
}

// The chosen words, then the pinyin still open, cut into syllables.
const char *ki_preedit(Engine *engine) {
    return guarded("preedit", "", [&] {
        engine->answer = engine->context->preedit(libime::PinyinPreeditMode::Pinyin);
        return engine->answer.c_str();
    });
}

// The chosen words, then the letters still open, as typed.
const char *ki_letters(Engine *engine) {
    return guarded("letters", "", [&] {
        const auto &context = *engine->context;
        engine->answer = context.selectedSentence() + context.userInput().substr(context.selectedLength());
        return engine->answer.c_str();
    });
}

// 1: everything typed is chosen; 0: some pinyin is left; -1: there is no such candidate.
int ki_select(Engine *engine, std::size_t index) {
    return guarded("select", -1, [&] {
        if (index >= engine->context->candidates().size()) {
            return -1;
        }
        engine->context->select(shown_as(index, first_candidate(engine)));
        return engine->context->selected() ? 1 : 0;
    });
}

const char *ki_selected_words(Engine *engine) {
    return guarded("selected", "", [&] { return joined(engine, engine->context->selectedWords()); });
}

// Words likely to follow the given ones (newline-separated, oldest first).
const char *ki_predict(Engine *engine, const char *before, std::size_t most) {
    return guarded("predict", "", [&] {
        const auto words = lines(before);
        const auto *model = engine->ime->model();
        auto state = model->nullState();
        for (const auto &word : words) {
            libime::WordNode node(word, model->index(word));
            libime::State next;
            model->score(state, node, next);
            state = next;
        }
        return joined(engine, engine->prediction->predict(state, words, most));
    });
}

int ki_add_word(Engine *engine, const char *pinyin, const char *word, float cost) {
    return guarded("add_word", 0, [&] {
        engine->ime->dict()->addWord(libime::PinyinDictionary::UserDict, pinyin, word, cost);
        return 1;
    });
}
}
