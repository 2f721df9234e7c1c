coverage-of = { $file } 的覆盖情况
coverage-tests = { $tests } 个测试
coverage-uncounted = 其中 { $count } 个不计：案件无法作出决定
coverage-rules = 起过作用的规则
coverage-conditions = 成立和不成立时都单独决定过结果的条件
coverage-results = 出现过的结果
coverage-boundaries = 常量两侧的取值
coverage-figure = { $covered } / { $of }
coverage-impossible = （另有 { $count } 项经证明不可能出现）
coverage-amount = 数额
coverage-nothing-missing = 没有遗漏。
coverage-rule-never = 没有测试使它对 { $outcome } 起作用
coverage-rule-dropped = 虽然成立，但它对 { $outcome } 的处理在所有测试中都被排除
coverage-never-true = { $condition }：没有测试使它成立并由此决定结果
coverage-never-false = { $condition }：没有测试使它不成立并由此决定结果
coverage-never = { $condition }：没有测试由它决定结果
coverage-boundary = { $condition }：没有测试取值 { $values }
coverage-last-day = 最后一日
coverage-next-day = 次日
coverage-result = { $outcome }：从未出现 { $results }
coverage-untested = 没有测试问到的条款：{ $clauses }
coverage-not-decided = 是否可能出现，未能判定
coverage-short = { $file }：{ $measure } 为 { $percent }%，低于 { $least }%
coverage-format = “--format” 规定测试结果的输出形式；“--coverage”、“--mutate”、“--generate” 各有自己的形式。供程序读取时请用 “--coverage=json”。

statement-scope = 适用范围
statement-rule = 规则
statement-otherwise = 否则规则
statement-exemption = 免除
statement-adjustment = 调整
statement-define = 定义
statement-duty = 义务的适用条件
statement-fulfilment = 义务的履行条件
statement-step = 步骤的适用条件
statement-records = 计入的记录
statement-place = { $kind }，第 { $line } 行
statement-named = { $kind } { $name }，第 { $line } 行

coverage-legend-full = 已覆盖
coverage-legend-part = 部分覆盖
coverage-legend-none = 未覆盖
coverage-legend-impossible = 经证明不可能
coverage-title-condition = 成立 { $held } 次，不成立 { $failed } 次；成立时决定结果 { $true } 次，不成立时决定结果 { $false } 次
coverage-title-rule = 对 { $outcome } 起作用 { $tests } 次
coverage-line = { $measure }：{ $covered } / { $of }

mutants-of = { $file } 的变异
mutants-counted = { $of } 处改动中有 { $killed } 处被测试发现；{ $survived } 处没有；{ $open } 处未能判定
mutants-equivalent = 另有 { $equivalent } 处经证明不改变任何结果，不计
mutants-need-passing-tests = 测试全部通过的制度才能做变异
mutant-survived = { $place }：{ $original } → { $changed }
mutant-not-decided = { $place }：{ $original } → { $changed }（是否改变结果，未能判定）
mutant-in-clause = { $clause }，第 { $line } 行
mutant-in-line = 第 { $line } 行
mutant-left-out = （删去）
mutant-no-overriding = （不再覆盖其他规则）
mutant-no-otherwise = （不再是“否则”）
mutant-other-mode = （“可”的有无对调）
mutant-noticed-by = 测试“{ $name }”也会发现它

test-to-review = 待复核：预期结果取自制度目前的结论
test-of-clause = { $clause }：{ $name }
test-of-change = { $original }，而不是 { $changed }
test-of-rule = 规则起作用
test-of-exemption = 免除起作用
test-of-adjustment = 调整起作用
test-of-scope = 适用范围起作用
test-of-duty = 义务起作用
test-of-overriding = 排除被覆盖的规则
test-of-otherwise = 有其他规则时不适用
test-of-permitted = 恰好是所列处理，而不是 { $changed }
test-of-combination = 几条规则如何合并，而不是 { $changed }

tests-none-to-write = 没有缺少的测试，未写入任何内容
tests-of-several = 几个制度的测试不能写在同一个文件里：请只指定一个制度
tests-file-exists = { $file } 已经存在，未写入任何内容
new-tests-written = 已将 { $count } 个测试写入 { $file }；请复核其预期结果

goal-rule = 规则对 { $outcome } 起作用
goal-true = { $condition }，并由此决定结果
goal-false = 不是 { $condition }，并由此决定结果
goal-boundary = { $condition }，取值 { $value }
goal-result = { $outcome }：{ $result }

tests-without-need = “--write-tests” 须与 “--mutate” 或 “--generate” 同用
generated-of = { $file } 缺少的测试：{ $tests } 个
generated-impossible = 经证明没有案件能出现：
generated-open = 未能生成测试：
