# 每个编号一条消息：消息用一句话说明问题；.label 写在出错之处，.help 写在下方。
# 其余属性用于别处的标注，以及部分情形才需要的帮助。

E0101 = 无法读取“{ $file }”：{ $reason ->
    [no-policy-file] 文件夹里没有“.policy”文件
    [not-found] 文件不存在
    [no-permission] 没有读取权限
    [outside] 它不在这个文件夹里
   *[other] { $reason }
}

E0102 = “{ $file }”不是文件：{ $reason ->
    [folder] 它是文件夹
   *[device] 它是设备、管道或套接字
}

E0103 = “{ $file }”超过 { $limit } 字节
    .help = 请拆分：一部制度连同测试远用不到这么大。

E0104 = “{ $file }”不是 UTF-8 文本：{ $encoding ->
    [unknown] 第 { $offset } 个字节不构成字符
   *[other] 看起来是 { $encoding }
}
    .help = 请另存为 UTF-8。

E0105 = 不可见字符 { $codepoint }
    .label = 此处看不见，却可能改变整行的读法
    .help = 请删除。

E0106 = 控制字符 { $codepoint }
    .label = 这是给机器用的字符，不应出现在正文里
    .help = 请删除，或者把文件重新存成纯文本。

E0107 = 全角字符“{ $character }”
    .label = 此处应为半角“{ $half }”
    .help = 请把输入法切换到半角，输入“{ $half }”。

E0108 = 名称“{ $name }”里有由几个部分拼成的字符
    .label = 看起来一样，其实是另一个名称
    .help = 请改用单个字符的写法（Unicode 规范形式 C）。

E0109 = 嵌套超过 { $limit } 层
    .label = 到此已超出一层，文件不再继续读取
    .help = 请用“定义”（define）给条件的各个部分起名，再引用这些名称。

E0110 = 名称“{ $name }…”超过 { $limit } 个字符
    .label = 这个名称过长
    .help = 请换成简短的名称，完整表述写在后面的引号里。

E0111 = 引号没有闭合
    .label = 这段文字到行末还没有结束
    .help = 请补上后引号；一段文字不能跨行。

E0112 = 注释没有闭合
    .label = 从这里起全部被当作注释
    .help = 请在注释结束处写上“{ "-}" }”。

E0113 = 文件里没有制度内容
    .help = 请确认文件没有指错，内容也已保存。

E0114 = { $reason ->
    [empty] 这个“引用文件”（use）没有写明文件
    [backslash] “{ $path }”用“\”分隔文件夹
    [no-folder] 无法引用“{ $path }”：这段文字不在任何文件夹里，没有地方可找
   *[not-found] 没有文件“{ $file }”
}
    .label = { $reason ->
        [empty] 此处缺少路径
        [backslash] 这种写法并非在所有电脑上都有效
        [no-folder] 无处查找文件
       *[not-found] 在此引用
    }
    .help = { $reason ->
        [empty] 请写明文件的路径，例如“shared/bodies.policy”。
        [backslash] 文件夹之间请用“/”。
        [no-folder] 请先存成文件，与所引用的文件放在一起。
       *[not-found] 路径从写有“引用文件”的文件所在的文件夹算起。请核对路径和扩展名“.policy”。
    }
    .suggest = 是否应为“{ $suggestion }”？

E0115 = “{ $path }”{ $reason ->
    [absolute] 不是从本文件所在的文件夹算起的路径
    [link] 是链接，指向制度所在的文件夹之外
   *[climbs] 越出了制度所在的文件夹
}
    .label = { $reason ->
        [absolute] 只在这一台电脑上有效
       *[other] 在文件夹之外
    }
    .help = { $reason ->
        [absolute] 请写从本文件所在的文件夹算起的路径，例如“shared/bodies.policy”。
       *[other] 制度引用的文件，应放在制度所在的文件夹或其下级文件夹里。请把制度移到能同时包含两者的上级文件夹，或者复制一份文件。
    }

E0116 = 文件循环引用：{ $circle }
    .label = 到此形成循环
    .help = 请把双方都需要的内容移到单独的文件里，由双方分别引用。

E0117 = 被引用的文件里有{ $kind ->
    [policy] 制度的标题
    [outline] 纲目
    [article] 条文
    [test] 测试
   *[statement] 规则
}
    .label = 这部分内容不能共用
    .help = { $kind ->
        [policy] 请删去标题；引用它的制度有自己的标题。
       *[other] 被引用的文件只能有声明。请把这部分移到它所属的制度里。
    }

E0118 = { $reason ->
    [files] 制度引用的文件超过 { $limit } 个
    [depth] 文件逐个引用，超过 { $limit } 层
    [lines] 制度连同所引用的文件，“引用文件”（use）超过 { $limit } 行
   *[size] 制度连同所引用的文件超过 { $limit } 字节
}
    .label = 到此超出限度
    .help = { $reason ->
        [depth] 请由制度直接引用最后那个文件。
       *[other] 请合并零碎的文件，只引用这部制度需要的内容。
    }

E0201 = { $found ->
    [end-of-text] 此处缺少内容，应为
   *[other] “{ $found }”不能放在此处，此处应为
}{ $expected ->
    [value] 取值
    [set-close] 集合末尾的“>”
    [paren-close] 右括号
    [colon] 冒号和类型
    [assigned] “= 取值”或“∈ <若干取值>”
    [keyword] “{ $keyword }”
    [range] “..”和范围的另一端
    [scale-rest] “<”或右花括号“{ "}" }”
    [list-rest] 逗号，或者到此结束
    [comma] 逗号、“给定”（given）或“应为”（expect）
    [close] 右花括号“{ "}" }”
    [open] 左花括号“{ "{" }”
    [type] 类型，例如“是否”（bool）、“整数”（int）或等级的名称
    [clause] 条款编号，例如“3(1)”
    [text] 引号里的文字
    [set] 取值的集合，例如“<甲, 乙>”
    [adjustment] 调整方式，例如“从轻”（lighten）、“从重”（aggravate）
    [property] 性质，例如“不计”（ignores）、“有规定”（is addressed）
    [expectation] 结果，或者“引用”（cites）、“追问”（asks）
    [condition] 条件
    [outcome] 结果
    [name] 名称
    [fold] 前面的“计数”（count）、“存在”（exists）、“每个”（every）、“合计”（sum）或“最长连续”（longest run of）
    [connective] “且”（and）、“或”（or），或者条件到此结束
    [timing] 单位（例如“天”），或者“早于”（before）、“晚于”（after）
    [outcome-test] 比较，例如“≥ 取值”
    [effect] “限制”（bars）或“带来”（brings）
    [duty-status] “已履行”（fulfilled）、“已违反”（breached）、“待履行”（pending）、“不涉及”（not applicable）或“未定”（undetermined）
    [step-status] 步骤的状态，例如“已完成”（done）、“超期”（late）、“缺漏”（missing）、“待办”（due）
    [duty-part] “当”（when）、“应”（must）、“行为”（act）、“早于”（before）或“违者”（on breach）
    [step-part] 步骤的内容，例如“由”（by）、“晚于”（after）、“不超过”（within）、“核查”（checks）、“法定人数”（quorum）
    [procedure-line] “步骤”（step）或“逾期”（escalate）
    [log-part] “由”（by）、“出席”（present）、“核查”（checks）、“征得同意”（consent of）或“理由”（reason）
    [record] 一条记录，例如“{ "{" }年度 = 2021{ "}" }”
    [hierarchy] “<”和上一层级
    [checks] 核查事项，例如“<甲, 乙>”
    [list-close] 右方括号“]”
    [date] 日期
    [number] 数字
   *[statement] 新的声明、条文或规则
}
    .label = { $found ->
        [end-of-text] 缺在此处
       *[other] 不应在此处
    }
    .help = 多半是前面紧挨着的地方漏了一个词或一个符号。
    .adjust = 要“{ $adjustment }”的，请写成“调整 结果 以 { $adjustment } 若 条件”。

E0202 = { $kind ->
    [joined] “{ $found }”里的关键词没有用空格隔开
   *[other] “{ $found }”不是关键词
}
    .label = { $kind ->
        [synonym] 此处的关键词是“{ $keyword }”
        [joined] 关键词前后要有空格
       *[misspelt] 可能拼写有误
    }
    .help = 是否应为“{ $keyword }”？

E0203 = 缺少右花括号
    .label = 很可能漏写在这里
    .opener = 从这里开始的内容没有结束
    .help = 请在这个条文、项或测试结束处写上“{ "}" }”。

E0204 = 这个右花括号没有对应的左花括号
    .label = 这里已没有未闭合的花括号
    .help = 请删去，或者看看前面是否漏了“{ "{" }”、或有哪一条结束得太早。

E0205 = “且”（and）与“或”（or）混用，没有加括号
    .label = 看不出哪些应当先合在一起
    .help = 请按制度原意写成“{ $and_first }”或“{ $or_first }”。

E0206 = { $operator ->
    [implies] 几个“蕴含”（implies）连写，没有加括号
   *[other] “{ $operator }”与前一个比较连写
}
    .label = 这已是连写的第二个
    .help = { $operator ->
        [implies] 请用括号标明先后。
       *[other] 请写成两个比较，用“且”（and）连接。
    }

E0207 = “{ $number }”无法准确保存
    .label = 数字太大、位数太多，或者期间不是整数
    .help = 整数最多 19 位，小数和金额最多 28 位；期间只能是整数。

E0208 = 日历上没有“{ $date }”这一天
    .label = 没有这一天
    .help = 请按年-月-日书写，例如“2024-02-29”；并核对这个月有多少天、这一年是不是闰年。

E0209 = 集合里没有取值
    .label = 无从选择
    .help = 请列出允许的取值；如果本意是不采取措施，请写“= 无”（= none）。

E0210 = “{ $word }”是关键词，不能用作名称
    .label = 此处应为名称
    .help = 请换一个词，或者写得长一些。

E0211 = 引号里不能写“{ $escape }”
    .label = 反斜杠后面不能跟这个字符
    .help = 要写反斜杠本身，请连写两个；单个反斜杠后面只能跟引号。

E0212 = “{ $number }”不能用作条款编号
    .label = 不是条款编号
    .help = 编号从 1 到 { $limit }，汉字数字最大到九千九百九十九。

E0213 = “{ $found }”是其他语言的运算符
    .label = 制度文件另有写法
    .help = { $ours ->
        [not] 请写“非”（not）。
        [and] 请写“且”（and）。
        [or] 请写“或”（or）。
        [implies] 请写“蕴含”（implies）。
       *[other] 请写“{ $ours }”。
    }

E0301 = 未知的名称“{ $name }”
    .label = 没有任何声明
    .help = 请将其声明为事实、研判、定义或参数，或者等级、枚举的取值。
    .suggest = 是否应为“{ $suggestion }”？

E0302 = “{ $name }”重复声明
    .label = 在此再次声明
    .first = 首次声明于此
    .help = 请为其中之一改名。

E0303 = 条款“{ $clause }”重复
    .label = 编号再次出现
    .first = 首次出现于此
    .help = 请对照制度原文，改正写错的编号；同一条款有先后两个版本的，都要写明“施行”（in force）的时间。

E0304 = 没有条款“{ $clause }”
    .label = 制度里没有这一条款
    .help = 请核对编号；引用项时要连同条号，例如“3(1)”。

E0305 = “{ $name }”与“{ $type }”的一个取值同名
    .label = 这个名称会与取值相混
    .help = 请为此处声明的内容改名。

E0306 = “{ $type }”没有取值“{ $name }”
    .label = 不在“{ $type }”的取值之内
    .help = 可用的取值：{ $members }。
    .suggest = 是否应为“{ $suggestion }”？

E0307 = 定义“{ $name }”依赖它自己
    .label = 循环：{ $path }
    .help = 请在制度写明事实的地方断开这个圈。

E0308 = 规则循环覆盖：{ $path }
    .label = 在此绕成一圈
    .help = 请按制度原意只保留一个方向。

E0309 = 未知的结果“{ $name }”
    .label = 没有声明过这项结果
    .help = 请将其声明为结果，并写明类型。
    .suggest = 是否应为“{ $suggestion }”？

E0310 = 未知的类型“{ $name }”
    .label = 没有声明过这个类型
    .help = 请用“是否”（bool）、“整数”（int）、“小数”（decimal）、“金额”（money）、“日期”（date）、“期间”（duration），或者以此名称声明等级、枚举或记录。
    .suggest = 是否应为“{ $suggestion }”？

E0311 = 未知的机构“{ $name }”
    .label = 没有声明过这个机构
    .help = 请将其声明为机构；由担任某一角色的人办理的，请声明为角色。
    .suggest = 是否应为“{ $suggestion }”？

E0312 = { $wanted ->
    [outcome] “{ $name }”不是结果
    [right] “{ $name }”不是权利
    [type] “{ $name }”是记录，不能单独用作类型
   *[fact] “{ $name }”不是事实
}
    .label = { $wanted ->
        [outcome] 此处应为结果
        [right] 此处应为权利
        [type] 此处应为类型
       *[fact] 此处应为事实
    }
    .declared = 声明于此
    .help = { $wanted ->
        [outcome] 规则只能给出结果；事实要就案件查明。
        [right] 这样记载的只能是权利得到了保障；职责是否履行，由事实说明。
        [type] 请写“列表 { $name }”（list of { $name }）。
       *[fact] 请写事实或研判的名称。
    }

E0313 = 此处内容只能给出一次
    .label = 在此再次给出
    .first = 首次给出于此
    .help = 请删掉不适用的那一个。

E0314 = 未知的角色“{ $name }”
    .label = 没有声明过这个角色
    .help = 请将其声明为角色。
    .suggest = 是否应为“{ $suggestion }”？

E0315 = “{ $name }”分属各个角色，此处没有写明是哪个角色的
    .label = 谁的“{ $name }”？
    .help = 请连同角色一起写：{ $names }（中文语序为“角色 的 名称”）。

E0316 = 记录里没有字段“{ $name }”
    .label = 没有声明过这个字段
    .help = 请对照记录的声明；某条记录里尚不清楚的内容，请不要写。
    .suggest = 是否应为“{ $suggestion }”？

E0317 = 结果“{ $name }”要靠它自己才能得出
    .label = 循环：{ $path }
    .help = 请让其中一条规则改用事实作条件，不再引用结果。

E0318 = 未知的职责“{ $name }”
    .label = 没有哪项职责、禁止或权利叫这个名称
    .help = 请在作出规定的条款里用“职责”（duty）、“禁止”（forbid）或“权利”（right）写明。
    .suggest = 是否应为“{ $suggestion }”？

E0319 = 未知的步骤“{ $name }”
    .label = 此处没有这个步骤
    .help = 请将其写成程序中的“步骤”（step）；只有期限还可以从某个日期事实起算。
    .suggest = 是否应为“{ $suggestion }”？

E0320 = 步骤先后循环：{ $path }
    .label = 这些步骤没有一个能先进行
    .help = 请只保留制度要求的先后顺序。

E0321 = 不止一个程序有步骤“{ $name }”
    .label = 看不出是哪一个
    .help = 请为这些步骤取不同的名称，例如“决定”“复核决定”。

E0322 = 这个步骤没有核查事项“{ $name }”
    .label = 步骤没有列出这一事项
    .help = 请在该步骤的“核查”（checks）里列明，或者改正名称。
    .suggest = 是否应为“{ $suggestion }”？

E0323 = 没有条款规定后果“{ $name }”
    .label = 没有限制，也没有带来
    .help = 请核对名称，并核对是“限制”（bars）还是“带来”（brings）；后果要在条款里用“后果”（effect of）写明。
    .suggest = 是否应为“{ $suggestion }”？

E0324 = “{ $name }”同时是几个等级或枚举的取值：{ $types }
    .label = 指哪一个？
    .help = 请拿它与所指等级的事实比较，或者让两个等级的取值名称各不相同。

E0325 = { $reason ->
    [general] “{ $code }”不止一种发现
    [error] “{ $code }”是错误，错误不能容许
    [own] “{ $code }”说的是检查本身，不能容许
   *[unknown] 没有发现“{ $code }”
}
    .label = { $reason ->
        [general] 此处应为一个代码
        [error] 有错误的制度无法运行
        [own] 与任何条款无关
       *[unknown] 没有发现用这个代码
    }
    .help = { $reason ->
        [general] 请逐一写明代码（例如“B0003”），并各自说明理由。
        [error] 请改正文本；该代码的说明页有示例。
        [own] 请删去这一行，或者用“--ignore”略去此类发现。
       *[unknown] “policyc rule”列出全部代码；发现的代码以大写的 B、V、C、D 或 U 开头。
    }
    .suggest = 是否应为“{ $suggestion }”？

E0401 = 条件只能是真或假，而这里的类型是{ $type ->
    [bool] “是否”（bool）
    [int] “整数”（int）
    [decimal] “小数”（decimal）
    [money] “金额”（money）
    [date] “日期”（date）
    [duration] “期间”（duration）
   *[other] “{ $type }”
}
    .label = 既不是真，也不是假
    .help = 请与某个值比较，例如“严重程度 = 重大”、“迟延天数 > 30”。

E0402 = 类型{ $wanted ->
    [bool] “是否”（bool）
    [int] “整数”（int）
    [decimal] “小数”（decimal）
    [money] “金额”（money）
    [date] “日期”（date）
    [duration] “期间”（duration）
   *[other] “{ $wanted }”
}与类型{ $found ->
    [bool] “是否”（bool）
    [int] “整数”（int）
    [decimal] “小数”（decimal）
    [money] “金额”（money）
    [date] “日期”（date）
    [duration] “期间”（duration）
   *[other] “{ $found }”
}不能比较
    .label = 这两者不是同一类
    .help = 同类才能比较：日期与日期、数字与数字、期间与期间。

E0403 = { $name ->
    [none] “{ $wanted }”的取值与“{ $found }”的取值不能比较
   *[other] “{ $name }”是“{ $found }”的取值，不是“{ $wanted }”的取值
}
    .label = { $name ->
        [none] 每个等级有自己的顺序
       *[other] 此处应为“{ $wanted }”的取值
    }
    .help = 请分别与各自等级里的取值比较。

E0404 = { $operator ->
    [rises-with] “随升”（rises with）
   *[other] “{ $operator }”
}需要高低顺序，而{ $type ->
    [bool] “是否”（bool）
    [int] “整数”（int）
    [decimal] “小数”（decimal）
    [money] “金额”（money）
    [date] “日期”（date）
    [duration] “期间”（duration）
   *[other] “{ $type }”
}没有
    .label = 没有高低之分
    .help = { $type ->
        [bool] 请直接写这个事实，或者在前面加“非”（not）。
       *[other] 请直接列出所指的取值；如果确有高低，请声明为等级，取值之间用“<”连接。
    }

E0405 = “{ $name }”是“{ $found }”的取值，不是“{ $wanted }”的取值
    .label = 此处应为“{ $wanted }”的取值
    .help = 请改用“{ $wanted }”的取值，或者核对所指的事实或结果。

E0406 = “{ $name }”列了两次
    .label = 在此再次列出
    .help = 请删去，或者改成本来要写的取值。

E0407 = 金额没有写币种
    .label = 缺少币种
    .help = 请在数字后面写上币种，例如“1000.00 CNY”。

E0408 = “{ $first }”与“{ $second }”的金额混用
    .label = 此处与“{ $first }”不一致
    .first = “{ $first }”出自此处
    .help = 同一事实的金额请使用同一种货币，或者每种货币各声明一个事实。

E0409 = { $operator ->
    [negative] 类型{ $left ->
            [bool] “是否”（bool）
            [int] “整数”（int）
            [decimal] “小数”（decimal）
            [money] “金额”（money）
            [date] “日期”（date）
            [duration] “期间”（duration）
           *[other] “{ $left }”
        }的值前面不能加负号
   *[other] { $left ->
            [bool] “是否”（bool）
            [int] “整数”（int）
            [decimal] “小数”（decimal）
            [money] “金额”（money）
            [date] “日期”（date）
            [duration] “期间”（duration）
           *[other] “{ $left }”
        }与{ $right ->
            [bool] “是否”（bool）
            [int] “整数”（int）
            [decimal] “小数”（decimal）
            [money] “金额”（money）
            [date] “日期”（date）
            [duration] “期间”（duration）
           *[other] “{ $right }”
        }之间不能用“{ $operator }”
}
    .label = 无法这样计算
    .help = 数字、金额、期间只能与同类相加减，也可以乘以数字；日期可以加上或减去期间。

E0410 = 此处应为{ $wanted ->
    [bool] “是否”（bool）
    [int] “整数”（int）
    [decimal] “小数”（decimal）
    [money] “金额”（money）
    [date] “日期”（date）
    [duration] “期间”（duration）
   *[other] “{ $wanted }”
}的值，而不是{ $found ->
    [bool] “是否”（bool）
    [int] “整数”（int）
    [decimal] “小数”（decimal）
    [money] “金额”（money）
    [date] “日期”（date）
    [duration] “期间”（duration）
   *[other] “{ $found }”
}
    .label = 与声明不符
    .help = { $wanted ->
        [bool] 请写“是”（true）或“否”（false）。
        [int] 请写整数，例如“3”。
        [decimal] 请写数字，例如“0.5”。
        [money] 请写带币种的金额，例如“1000.00 CNY”。
        [date] 请写日期，例如“2024-03-05”。
        [duration] 请写期间，例如“30 天”、“3 个月”。
       *[other] 请写“{ $wanted }”的值。
    }

E0411 = 结果“{ $name }”的类型不能是{ $type ->
    [bool] “是否”（bool）
    [int] “整数”（int）
    [decimal] “小数”（decimal）
    [money] “金额”（money）
    [date] “日期”（date）
    [duration] “期间”（duration）
   *[other] “{ $type }”
}
    .label = 此处应为等级、枚举或数额
    .help = 数额的类型是“金额”（money）、“小数”（decimal）、“整数”（int）或“期间”（duration）；如果只是“做”与“不做”，请声明一个只有一个取值的枚举。

E0412 = { $why ->
    [sum] “{ $name }”不能相加：“{ $type }”的取值不是数额
   *[order] 看不出“{ $name }”怎样合并：“{ $type }”没有轻重顺序，不能取重
}
    .label = 需要另一种合并方式
    .help = 请写明“取并”（combine union）、“取交”（combine intersect）、“取同”（combine unique）或“并处”（combine accumulate）。

E0413 = { $why ->
    [direction] 对“{ $name }”的调整既往轻又往重
   *[order] “{ $name }”没有轻重之分，无从调整
}
    .label = { $why ->
        [direction] 此处方向相反
       *[order] 只有等级才能这样调整
    }
    .help = { $why ->
        [direction] 请拆成两项调整，各写各的条件。
       *[order] 此处只能用“免予”（waive）；如果取值确有轻重，请声明为等级。
    }

E0414 = 这个计算的得数太大，或者超出了日历范围
    .label = 在每个案件里都一样
    .help = 请检查是不是多写了数字，或者直接写出真正要的结果。

E0415 = 单位为{ $first ->
    [days] “日”
    [months] “月”
    [working-days] “工作日”
   *[other] “{ $first }”
}的期间与单位为{ $second ->
    [days] “日”
    [months] “月”
    [working-days] “工作日”
   *[other] “{ $second }”
}的期间不能比较
    .label = 此处与{ $first ->
        [days] “日”
        [months] “月”
        [working-days] “工作日”
       *[other] “{ $first }”
    }不一致
    .first = 单位{ $first ->
        [days] “日”
        [months] “月”
        [working-days] “工作日”
       *[other] “{ $first }”
    }出自此处
    .help = 同一事实的期间请使用同一种单位。

E0416 = { $from ->
    [unknown] 范围的下限高于上限
   *[other] 范围的起点“{ $from }”高于终点“{ $to }”
}
    .label = 这个范围里什么也没有
    .help = 请对调两端，或者改正写错的那一端。

E0417 = “{ $name }”不是列表，它的类型是{ $type ->
    [bool] “是否”（bool）
    [int] “整数”（int）
    [decimal] “小数”（decimal）
    [money] “金额”（money）
    [date] “日期”（date）
    [duration] “期间”（duration）
   *[other] “{ $type }”
}
    .label = 此处应为列表
    .declared = 声明于此
    .help = 请写“列表”（list of）类型的事实；单个事实直接写成条件即可。

E0418 = “{ $name }”是列表，本身没有单一的值
    .label = 要问其中的什么？
    .declared = 声明于此
    .help = 请用“计数”（count）、“存在”（exists）、“每个”（every）、“合计”（sum）或“最长连续”（longest run of），例如“存在 { $name } 其中 …”。

E0419 = 在一个列表的条件里又读取了列表
    .label = 列表之中又有列表
    .help = 请分别就每个列表设问，再用“且”（and）、“或”（or）连接；只关系到单条记录的内容，可以写成记录的字段。

E0420 = 类型{ $type ->
    [bool] “是否”（bool）
    [date] “日期”（date）
   *[other] “{ $type }”
}的值不能相加
    .label = 不是数字、金额或期间
    .help = 请合计数字、金额或期间；如果要知道有几条记录，请写“计数 … 其中 …”（count … where …）。

E0421 = 记录的字段不能是列表
    .label = 列表之中又有列表
    .help = 请把这个列表单独声明为事实，或者只在记录里留下规则要用的内容，例如次数。

E0422 = 结果“{ $name }”在此被当作事实使用
    .label = 结果只能与它的取值比较
    .declared = 声明于此
    .help = 请写成比较，例如“{ $name } ≥ …”“{ $name } ∈ <…>”。

E0423 = 结果只能与固定的值比较
    .label = 此处的值因案件而异
    .help = 请与结果的某个取值、固定的数额或者参数比较；事实可以另写成条件。

E0424 = 此处还没有得出任何结果
    .label = 适用范围和假定先于一切规则
    .help = “适用于”（applies when）和“假定”（assume）里请只用事实；规则可以引用结果。

E0425 = 此处应为固定的值，不能是会变的值
    .label = 此处的值因案件而异
    .declared = 各个值声明于此
    .help = 请直接写出这个值；规则准予的数额可以用算式。

E0426 = 处理措施不能低于零：“{ $value }”
    .label = 小于零
    .help = 请去掉负号；如果本意是不采取措施，请写“= 无”（= none）。

E0427 = 结果的类型是{ $type ->
    [int] “整数”（int）
    [decimal] “小数”（decimal）
    [money] “金额”（money）
    [duration] “期间”（duration）
   *[other] “{ $type }”
}，无法逐一列出取值
    .label = 此处只能列出等级或枚举的取值
    .help = “权限”（authority for）里请不写集合，这一行就适用于所有数额。

E0501 = 条款“{ $clause }”没有内容
    .label = 此处什么也没有编入
    .help = 请编入，或者用“不编入”（not modelled）说明理由；原文没有写明的，请用“缺漏”（missing）。

E0502 = 条款“{ $clause }”标明“不编入”（not modelled），却又写了内容
    .label = 与这一条款的其他内容矛盾
    .help = 请删掉标记或内容；如果只有一部分不编入，请把那一部分单独列为一项。

E0503 = 条款“{ $clause }”没有针对这项结果的规则
    .label = 没有什么可以排除
    .help = 请核对条款编号和结果名称。

E0504 = 测试“{ $name }”没有预期
    .label = 规则怎么写都能通过
    .help = 请至少写一行“应为”（expect）。

E0505 = 一条规则给出了两次“{ $name }”
    .label = 在此再次给出
    .help = 如果可以择一，请写成集合“∈ <…>”；如果分别针对不同情形，请写成两条规则。

E0506 = 同一天有两个版本
    .label = 这一版本与前面的重叠
    .first = 与这一版本重叠
    .help = 请让每个版本在下一版本开始的前一天结束。

E0507 = 这一项没有一天与上级条款同时施行
    .label = 这段时间里没有一天有效
    .above = 这一条款只在其他时间施行
    .help = 请改正其中一处的起止日期，或者删去这一项；条文施行，项才施行。

E0508 = { $part ->
    [act] 只有禁止才有“行为”（act）
    [before] 只有权利才有“早于”（before）
   *[must] 只有职责和权利才有“应”（must）
}
    .label = 不能放在此处
    .help = { $part ->
        [act] 请用“应”（must）写明要做什么；如果本意是不得做，请改用“禁止”（forbid）。
        [before] 请在“应”（must）里写明期限，例如“应 答复日 不超过 10 天 晚于 受理日”。
       *[must] 请用“行为”（act）写明不得做什么。
    }

E0509 = { $kind ->
    [prohibition] 禁止“{ $name }”没有写明不得做什么
    [right] 权利“{ $name }”没有写明应当给予什么
   *[duty] 职责“{ $name }”没有写明应当做什么
}
    .label = { $kind ->
        [prohibition] 缺少“行为”（act）
        [right] 缺少“应”（must）或“早于”（before）
       *[duty] 缺少“应”（must）
    }
    .help = { $kind ->
        [prohibition] 请用“行为”（act）写明出现什么情形就是违反。
        [right] 请用“应”（must）写明条件，或者用“早于”（before）写明应当在哪些步骤之前给予。
       *[duty] 请用“应”（must）写明怎样才算履行。
    }

E0510 = 这项权利是否得到保障，只有办案记载才能说明
    .label = 规则只知道案件的事实，不知道办案记载
    .declared = 声明于此，没有“应”（must）
    .help = 请用“应”（must）写明可以据以判断的事实，例如“应 听取日 ≤ 决定日”。

E0511 = 看不出这个步骤接下来由谁办理
    .label = 现在办理的机构在层级里没有上一级
    .help = 请用“移送”（to）写明机构，或者用“层级”（hierarchy）写明上下级，例如“层级 科 < 县局 < 市局”。

E0512 = “容许 { $code }”没有说明理由
    .label = 缺少理由
    .help = 请在代码后面用引号写明，例如：容许 { $code } "此类情形由局里另行决定"。

E0513 = 这个“容许”针对整个文件，却写在条文之后
    .label = 全文的 { $code } 都会因此不再报告
    .article = 第一条条文
    .help = 只针对某一条、某一项的，请写进它的花括号里；针对整个文件的，请写在第一条条文之前。

E0601 = { $subject ->
    [log] 日志不是有效的 JSON
    [history] 处理历史不是有效的 JSON
   *[facts] 事实不是有效的 JSON
}：{ $reason ->
    [empty] 内容是空的
    [not-object] 应当写在“{ "{" }”和“{ "}" }”之间
    [comment] JSON 里不能写注释
    [colon] 名称后面缺少英文冒号
    [comma] 缺少英文逗号
    [leading-zero] “{ $found }”开头多了零
    [name] 缺少引号里的名称
    [number] 数字不能写成“{ $found }”
    [trailing] 结尾之后还有内容
    [single-quotes] 应当用双引号
    [trailing-comma] 这个逗号后面没有内容
    [unclosed-string] 引号没有闭合
    [unclosed] “{ $found }”没有闭合
    [escape] 不能转义为“{ $found }”
    [value] 缺少值
    [control-character] 文字里有控制字符 { $found }
    [blank] 不能使用空白字符 { $found }
    [not-serialised] { $found }
   *[unexpected] “{ $found }”不能放在此处
}
    .help = { $subject ->
        [log] 日志请这样写：{ "{" } "entries": [ { "{" } "step": "听取陈述", "on": "2024-03-05" { "}" } ] { "}" }，标点用英文半角。
        [history] 处理历史请这样写：{ "{" } "decisions": [ { "{" } "outcome": "处分", "value": "警告", "on": "2024-03-05" { "}" } ] { "}" }，标点用英文半角。
       *[facts] 事实请这样写：{ "{" } "reported": true, "severity": "major" { "}" }，标点用英文半角。
    }

E0602 = { $kind ->
    [field] “{ $owner }”的记录里没有字段“{ $name }”
    [of-role] 角色“{ $owner }”没有事实“{ $name }”
    [outcome] 制度里没有结果“{ $name }”
    [role] 制度里没有角色“{ $name }”
    [reading] 制度里没有解读“{ $name }”
   *[case] 制度里没有事实“{ $name }”
}
    .label = 没有任何声明
    .help = { $kind ->
        [outcome] 请连同角色写出结果的名称，例如“sanction of driver”。
        [reading] 只有制度声明为“解读”的内容，才有几种读法可选。
       *[other] 请核对拼写；制度不问的情况，请不要写进来。
    }
    .nest = 这是角色的事实，请写成 { $nested }。
    .suggest = 是否应为“{ $suggestion }”？

E0603 = “{ $name }”重复给出
    .label = 在此再次给出
    .first = 首次给出于此
    .help = 请只保留属实的那一个。

E0604 = { $reason ->
    [member] “{ $name }”不能取值“{ $found }”
    [date] “{ $name }”不能是“{ $found }”：日历上没有这一天
    [unit] “{ $name }”在此以{ $wanted ->
            [days] “日”
            [months] “月”
            [working-days] “工作日”
           *[other] “{ $wanted }”
        }计，而不是{ $found ->
            [days] “日”
            [months] “月”
            [working-days] “工作日”
           *[other] “{ $found }”
        }
    [list] “{ $name }”是记录的列表，“{ $found }”不是
    [record] “{ $name }”是记录的列表，“{ $found }”不是记录
    [role] “{ $name }”是角色，“{ $found }”里没有事实
    [chosen] “{ $name }”逐项写明选定的结果，“{ $found }”不是
    [persons] “{ $name }”写明各个角色由谁担任，“{ $found }”不是
    [person] 担任“{ $name }”的人，姓名应为文字，不能是“{ $found }”
   *[type] “{ $name }”的类型是{ $wanted ->
            [bool] “是否”（bool）
            [int] “整数”（int）
            [decimal] “小数”（decimal）
            [money] “金额”（money）
            [date] “日期”（date）
            [duration] “期间”（duration）
           *[other] “{ $wanted }”
        }，不能是“{ $found }”
}
    .label = { $reason ->
        [member] 此处应为“{ $wanted }”的取值
        [date] 没有这一天
        [unit] 此处应以{ $wanted ->
                [days] “日”
                [months] “月”
                [working-days] “工作日”
               *[other] “{ $wanted }”
            }计
        [list] 此处应为“{ $wanted }”记录的列表
        [record] 此处应为“{ $wanted }”的记录
        [person] 此处应为文字
        [role] 此处应为对象
        [chosen] 此处应为对象
        [persons] 此处应为对象
       *[type] 此处应为{ $wanted ->
                [bool] “是否”（bool）
                [int] “整数”（int）
                [decimal] “小数”（decimal）
                [money] “金额”（money）
                [date] “日期”（date）
                [duration] “期间”（duration）
               *[other] “{ $wanted }”
            }的值
    }
    .help = { $reason ->
        [member] 可用的取值：{ $members }。
        [date] 请核对这个月有多少天、这一年是不是闰年。
        [unit] 制度以{ $wanted ->
                [days] “日”
                [months] “月”
                [working-days] “工作日”
               *[other] “{ $wanted }”
            }作比较，请用同一种单位。
        [list] 请把记录写在“[”和“]”之间，每条记录写在“{ "{" }”和“{ "}" }”之间；没有记录的，写“[]”。
        [record] 请把记录的字段写在“{ "{" }”和“{ "}" }”之间；不清楚的字段，请不要写。
        [role] 请把角色的事实写在“{ "{" }”和“{ "}" }”之间，名称不带角色。
        [chosen] 请这样写：{ "{" } "sanction of driver": "warning" { "}" }。
        [persons] 请这样写：{ "{" } "driver": "Li Ming" { "}" }。
        [person] 请给姓名加引号。
       *[type] { $wanted ->
            [bool] 请写 true 或 false，不加引号；尚不清楚的，请不要写。
            [int] 请写整数，不加引号，例如 3。
            [decimal] 请写数字，例如 0.10；在 JSON 里要加引号。
            [money] 请写带币种的金额，例如 10.00 CNY；在 JSON 里要加引号。
            [date] 请写日期，例如 2024-03-05；在 JSON 里要加引号。
            [duration] 请写期间，例如 3 months；在 JSON 里要加引号。
           *[other] 请写“{ $wanted }”的取值之一。
        }
    }
    .suggest = 是否应为“{ $suggestion }”？

E0605 = { $reason ->
    [whole] “{ $name }”只能是由数字组成的整数，不能写成“{ $found }”
    [range] “{ $found }”对“{ $name }”来说太大
    [quote] “{ $name }”是小数，“{ $found }”应当加引号
   *[digits] “{ $found }”位数太多，“{ $name }”无法准确保存
}
    .label = { $reason ->
        [whole] 不是普通的整数
        [range] 数字太大
        [quote] 别的程序可能会舍入
       *[digits] 必须舍入才能保存
    }
    .help = { $reason ->
        [whole] 请不要写小数点和指数。
        [range] 整数和期间最多 19 位。
        [quote] 加了引号，每一位数字才会原样保留。
       *[digits] 最多 28 位；请按适用的规定自行舍入之后再填。
    }
    .quote = 请写 { $suggestion }。

E0606 = 给出的事实与制度的假定相矛盾
    .assumption = 制度作了这一假定
    .help = 请先核对事实；事实无误的，应当修改假定。

E0607 = { $reason ->
    [units] 按这些事实计算，会把不同的单位或币种混在一起
    [never] 按这些事实，期间要从一个从未到来的日子算起
    [interval] 按这些事实，范围的下限高于上限，或者低于零
    [amounts] 按这些事实，要相加的数额太多，无法一一列出
   *[overflow] 按这些事实计算，得数太大，或者超出了日历范围
}
    .label = { $reason ->
        [units] 此处单位不一致
        [never] 这一天从未到来
        [interval] 这个范围里什么也没有
        [amounts] 此处与其他规则的数额相加
       *[overflow] 在此计算
    }
    .help = { $reason ->
        [units] 请用同一种单位给出事实。
        [never] 请核对“从未”（never）是否属实；规则要能处理这种情形的，请直接比较日期，例如“答复日 > 受理日 + 10天”，或者用“不超过”（within）。
        [interval] 请核对两端据以计算的事实。
        [amounts] 请把数额写成区间，例如“100.00 CNY .. 900.00 CNY”，不要逐个列举。
       *[overflow] 请看有没有不可能属实的值，例如“9999-12-31”；不清楚的事实，请不要写。
    }

E0608 = { $reason ->
    [size] { $subject ->
        [log] 日志超过 { $limit } 字节
        [history] 处理历史超过 { $limit } 字节
       *[facts] 事实超过 { $limit } 字节
    }
   *[depth] { $subject ->
        [log] 日志的嵌套超过 { $limit } 层
        [history] 处理历史的嵌套超过 { $limit } 层
       *[facts] 事实的嵌套超过 { $limit } 层
    }
}
    .help = 请确认文件没有指错，而且里面只有一个案件。

E0609 = “{ $setting }”不是“名称=值”的形式
    .help = 请依次写事实名称、“=”和值，例如“reported=true”。

E0610 = 制度“{ $policy }”在 { $date } 不施行
    .help = 施行期间：{ $periods }。请核对案件的日期，或者按当时施行的制度处理。

E0611 = { $reason ->
    [parameter] 这个值随时间变化，而案件没有日期
   *[policy] 适用制度的哪个版本取决于案件的日期，而案件没有日期
}
    .label = 取哪个值要看日期
    .help = { $fact ->
        [none] 请用“--as-of 日期”给出日期，或者在事实里写“as_of”。
       *[other] 请给出事实“{ $fact }”。
    }

E0612 = “{ $outcome }”选定了“{ $chosen }”，但不在可选范围内
    .help = 可选的有：{ $permitted }。

E0613 = “{ $outcome }”作了选定，却没有可选的内容：{ $status ->
    [decided] 没有可选的处理
    [exempt] 已免责
    [not_addressed] 无条款规定
    [conflict] 条款相互矛盾
    [undetermined] 尚未确定
   *[out_of_scope] 不在适用范围
}
    .help = 请不要写这项选定，或者核对事实。

E0614 = 参数在案件的日期还没有值
    .label = 此值从更晚的日期起算
    .help = 请给参数补上当时的值，或者核对案件的日期。

E0701 = { $reason ->
    [empty] 文件里没有节假日
    [size] 节假日文件超过 { $limit } 字节
    [word] 节假日文件里没有以“{ $found }”开头的行
    [no-day] 此处缺少日期
    [no-year] 此处缺少年份
    [date] “{ $found }”不是日期
    [year] “{ $found }”不是年份
    [range-mark] 起止日期之间不能写“{ $found }”
    [trailing] 日期后面不能写“{ $found }”
    [no-years] 节假日文件没有写明包含哪些年份
    [line] 这不是 iCalendar 文件里的一行
    [outside] 这一行在“VCALENDAR”之外
    [stray-end] “{ $found }”在此结束，开始的却不是它
    [unclosed] iCalendar 文件在“{ $found }”中间断了
    [no-start] 这个事件没有起始日期
    [moment] “{ $found }”不能用作事件的日期
    [utc] 这个补班日写的是世界时
    [duration] “{ $found }”不是整天数
    [recurring] 这是重复事件，不予读取
   *[no-events] iCalendar 文件里没有可以据以确定年份的休息日
}
    .label = { $reason ->
        [empty] 只有空白和注释
        [size] 过大，不予读取
        [word] 此处应为“年份”（years）、“休”（off）或“班”（work）
        [no-day] 按年-月-日书写，例如“2024-05-01”
        [no-year] 四位数字，例如“2024”
        [date] 此处应为年-月-日
        [year] 此处应为四位数字
        [range-mark] 此处应为“..”
        [trailing] 后面只能写引号里的文字或注释
        [no-years] 没有一行写明哪些年份的节假日是完整的
        [line] 应为名称和冒号
        [outside] 此处没有未结束的内容
        [stray-end] 结束的是别的内容
        [unclosed] 到文件末尾还没有结束
        [no-start] 缺少“DTSTART”
        [moment] 既不是“20240501”的形式，也与另一端的形式不一致
        [utc] 在当地可能是另一天
        [duration] 应为整天或整周，例如“P3D”
        [recurring] 日期要逐一列出
       *[no-events] 什么也没有找到
    }
    .opener = 此处开始的内容还没有结束
    .help = { $reason ->
        [empty] 请确认文件没有指错；文件以“年份 2024”这样的一行开头。
        [size] 请确认文件没有指错；一年的节假日只要几行。
        [word] 每行写一件事，例如“休 2024-05-01..2024-05-05”、“班 2024-04-28”。
        [no-years] 请加一行，例如“年份 2024”，写明哪些年份的节假日在文件里是完整的。
        [line] 请重新导出日历；这种文件不要手工修改。
        [outside] 请重新导出日历；这种文件不要手工修改。
        [stray-end] 请重新导出日历；这种文件不要手工修改。
        [unclosed] 请重新下载日历；文件不完整。
        [recurring] 请导出成单个事件，或者写成节假日文件，例如“休 2024-05-01”。
        [no-events] 一年里 1 月 8 日至 12 月 24 日之间有休息日，才算包含这一年；请确认这是节假日日历。
        [no-start] 请写明起始日期，例如“DTSTART;VALUE=DATE:20240501”。
        [moment] 请写整天，例如“DTSTART;VALUE=DATE:20240501”、“DTEND;VALUE=DATE:20240506”。
        [utc] 请写整天，例如“DTSTART;VALUE=DATE:20240428”。
        [duration] 请写明结束日期，例如“DTEND;VALUE=DATE:20240506”。
        [no-year] 年份这样写：“年份 2023..2025”。
        [year] 年份这样写：“年份 2023..2025”。
       *[other] 日期这样写：“休 2024-05-01..2024-05-05”。
    }
    .suggest = 是否应为“{ $suggestion }”？

E0702 = { $reason ->
    [inverted] “{ $first }”晚于“{ $last }”
    [outside] { $year } 年不在文件包含的年份之内
   *[many] 文件包含的年份超过 { $limit } 年
}
    .label = { $reason ->
        [inverted] 还没有开始就结束了
        [outside] 这些日期不在包含的年份之内
       *[many] 到此年份过多
    }
    .years = 包含的年份写在此处
    .help = { $reason ->
        [inverted] 请把较早的写在前面，或者改正写错的那一个。
        [outside] 请改正日期；如果这一年的节假日都在文件里，请补上这个年份。
       *[many] 请只保留案件可能涉及的年份。
    }

E0703 = { $reason ->
    [conflict] “{ $day }”既写成休息日，又写成工作日
    [year] { $day } 年重复给出
   *[same] “{ $day }”重复给出
}
    .label = 在此再次给出
    .first = 首次给出于此
    .help = { $reason ->
        [conflict] 请对照放假通知，删去写错的那一个。
       *[other] 请删去其中之一，或者改正写错的日期。
    }

E0704 = 没有节假日文件，无法计算工作日
    .label = 这里按工作日计算
    .help = 请用“--holidays 文件”给出这些年份的休息日和补班日。

E0705 = 节假日文件不包含 { $year } 年
    .label = 此处要用到 { $year } 年的工作日
    .help = 请把 { $year } 年的休息日和补班日补进节假日文件，并在“年份”（years）里加上这一年。

E0801 = { $reason ->
    [unknown-key] 办案日志此处没有“{ $name }”这一项
    [key-twice] “{ $name }”重复给出
    [missing-key] 缺少“{ $name }”
    [both] 这条记载同时涉及步骤和权利
    [neither] 这条记载既没有写明步骤，也没有写明权利
    [step-only] “{ $name }”只能用于步骤，不能用于权利
   *[type] “{ $name }”不能是“{ $found }”
}
    .label = { $reason ->
        [unknown-key] 此处没有这一项
        [key-twice] 在此再次给出
        [missing-key] 这对花括号里应有“{ $name }”
        [both] 请分成两条
        [neither] 这对花括号里应有“step”（步骤）或“right”（权利）
        [step-only] 权利没有这一项
       *[type] { $wanted ->
            [list] 此处应为记载的列表
            [entry] 此处应为写在花括号里的一条记载
            [texts] 此处应为文字或文字的列表
            [count] 此处应为整数
           *[text] 此处应为文字
        }
    }
    .first = 首次给出于此
    .help = { $reason ->
        [unknown-key] 可以有：{ $keys }。
        [key-twice] 请只保留正确的那一个。
        [step-only] 请删去。
       *[other] 记载请这样写：{ "{" } "step": "听取陈述", "on": "2024-03-05", "by": ["办公室"] { "}" }，标点用英文半角。
    }
    .suggest = 是否应为“{ $suggestion }”？

E0802 = 制度里没有程序“{ $name }”
    .label = 没有任何声明
    .help = 请对照制度核对名称。
    .suggest = 是否应为“{ $suggestion }”？

E0803 = { $reason ->
    [none] 制度没有规定程序
    [other] 日志记载的是程序“{ $name }”，要求核对的却是“{ $wanted }”
   *[several] 日志没有写明适用哪个程序
}
    .label = { $reason ->
        [none] 没有可以对照的程序
        [other] 与要求核对的程序不同
       *[several] 此处缺少“procedure”（程序）
    }
    .help = { $reason ->
        [none] 请确认制度文件是否正确。
        [other] 请写成同一个程序，或者只写一处。
       *[several] 请用“procedure”写明其中一个，或者用“--procedure 名称”指定：{ $names }。
    }

E0804 = 程序里没有步骤“{ $name }”
    .label = 没有这一步骤
    .help = 请对照制度核对名称。
    .elsewhere = 程序“{ $procedure }”里有同名的步骤；每个程序各有自己的日志。
    .right = 这是权利：请把“step”改为“right”。
    .suggest = 是否应为“{ $suggestion }”？

E0805 = “{ $name }”重复记载
    .label = 在此再次记载
    .first = 首次记载于此
    .help = 请只保留有效的那一条。步骤重做过的，以首次合规完成的那一次为准。

E0806 = 制度里没有名为“{ $name }”的机构或角色
    .label = 没有这一机构或角色
    .help = 请对照制度核对名称。
    .suggest = 是否应为“{ $suggestion }”？

E0807 = 步骤“{ $step }”没有核查事项“{ $name }”
    .label = 没有这一核查事项
    .help = 请对照制度核对名称；核查事项属于应当核查它的那个步骤。
    .suggest = 是否应为“{ $suggestion }”？

E0808 = { $reason ->
    [impossible] 没有“{ $found }”这一天
   *[shape] “{ $found }”不是日期
}
    .label = { $reason ->
        [impossible] 日历上没有这一天
       *[shape] 此处应为日期
    }
    .help = { $reason ->
        [impossible] 请核对当月的天数和闰年。
       *[shape] 请写年、月、日，例如“2024-03-05”，不写时刻。
    }

E0809 = 制度里没有权利“{ $name }”
    .label = 没有这一权利
    .help = 请对照制度核对名称。
    .duty = 这是职责或者禁止。是否履行，按事实认定，不看日志。
    .step = 这是步骤：请把“right”改为“step”。
    .suggest = 是否应为“{ $suggestion }”？

E0810 = 这条记载的日期早于上面的一条：{ $day } 早于 { $latest }
    .label = 早于上面的一条
    .above = 较晚的日期在此
    .help = 记载的先后不影响结果，但请核对日期：年份写错往往就是这样。

E0901 = { $reason ->
    [unknown-key] 处理历史此处没有“{ $name }”这一项
    [key-twice] “{ $name }”重复给出
    [missing-key] 缺少“{ $name }”
   *[type] “{ $name }”不能是“{ $found }”
}
    .label = { $reason ->
        [unknown-key] 此处没有这一项
        [key-twice] 在此再次给出
        [missing-key] 这对花括号里应有“{ $name }”
       *[type] { $wanted ->
            [list] 此处应为决定的列表
            [entry] 此处应为写在花括号里的一项决定
           *[text] 此处应为文字
        }
    }
    .first = 首次给出于此
    .help = { $reason ->
        [unknown-key] 可以有：{ $keys }。
        [key-twice] 请只保留正确的那一个。
       *[other] 决定请这样写：{ "{" } "outcome": "处分", "value": "警告", "on": "2024-03-05" { "}" }，标点用英文半角。
    }
    .suggest = 是否应为“{ $suggestion }”？

E0902 = 制度里没有结果“{ $name }”
    .label = 没有任何声明
    .help = 请写全名；结果属于某个角色的，连同角色一起写：“sanction of driver”。
    .suggest = 是否应为“{ $suggestion }”？

E0903 = { $reason ->
    [digits] “{ $found }”的位数超过“{ $name }”所能保存的
    [unit] “{ $found }”与“{ $name }”的单位不同
   *[other] “{ $name }”不能是“{ $found }”
}
    .label = { $reason ->
        [digits] 须舍入才能保存
        [unit] 单位不同
       *[other] 不是“{ $wanted }”的取值
    }
    .help = { $reason ->
        [member] 请从中选一个：{ $members }；未予处理的写“none”。
        [digits] 最多保存 28 位。
        [unit] 制度以 { $wanted } 计。
       *[other] 请写 { $wanted } 类型的值，除整数外都加引号；未予处理的写“none”。
    }
    .suggest = 是否应为“{ $suggestion }”？

E0904 = { $reason ->
    [impossible] 没有“{ $found }”这一天
   *[shape] “{ $found }”不是日期
}
    .label = { $reason ->
        [impossible] 日历上没有这一天
       *[shape] 此处应为日期
    }
    .help = { $reason ->
        [impossible] 请核对当月的天数和闰年。
       *[shape] 请写年、月、日，例如“2024-03-05”，不写时刻。
    }

E0905 = 同一决定重复给出
    .label = 在此再次给出
    .first = 首次给出于此
    .help = 请只保留一项，否则其后果会重复计算。确有两项相同的决定的，请写明不同的文号。

E1001 = { $reason ->
    [twice] 设置项重复给出
   *[syntax] 设置文件不是 TOML
}
    .label = { $reason ->
        [twice] 在此再次给出
       *[syntax] 从这里起无法识别
    }
    .help = { $reason ->
        [twice] 请只保留一项。
       *[syntax] 每项设置占一行，写作“键 = 值”；文字加英文引号，列表用方括号。
    }

E1002 = 没有设置项“{ $key }”
    .label = 没有这个名称
    .help = 设置项有：{ $known }。
    .suggest = 是否应为“{ $suggestion }”？

E1003 = { $reason ->
    [list] “{ $key }”应为文字列表
    [table] “{ $key }”应为表
    [choice] “{ $key }”不能是“{ $found }”
    [code] “{ $found }”不是代码，也不是组名
    [glob] “{ $found }”不是文件匹配式
   *[text] “{ $key }”应为文字
}
    .label = { $reason ->
        [list] 不是文字列表
        [table] 不是表
        [choice] 没有这一选项
        [code] 没有这个名称
        [glob] 无法匹配任何文件
       *[text] 不是文字
    }
    .help = { $reason ->
        [list] 请写在方括号里，每项加引号：["B0003", "混乱"]。
        [table] 请每个匹配式写一行："drafts/**" = ["B"]。
        [choice] 请从中选一个：{ $choices }。
        [code] “policyc rule”列出全部代码；组有空白、模糊、混乱、失衡、负担、未决。
        [glob] 可以用“*”“**”“?”“[…]”和“{ "{" }a,b{ "}" }”；括号须成对。
       *[text] 请加上引号。
    }
    .suggest = 是否应为“{ $suggestion }”？

E1004 = { $reason ->
    [newer] 本版本读不懂基线“{ $file }”
   *[shape] “{ $file }”不是基线文件
}
    .label = { $reason ->
        [newer] 本版本写的是格式 1
       *[shape] 从这里起无法识别
    }
    .help = 确是损坏的基线的，请删去，再用“policyc check --write-baseline { $file }”重新写一份。

E1101 = { $reason ->
    [type] “{ $name }”在原文中的类型是 { $old }，在新文中是 { $new }
    [unit] “{ $name }”在原文中以 { $old } 计，在新文中以 { $new } 计
    [order] “{ $name }”的两个等级把“{ $old }”和“{ $new }”排成相反的次序
    [records] “{ $name }”的记录无法对应
    [dated] 原文按“{ $old }”取用版本，新文按“{ $new }”
    [unknown-old] 原文中没有“{ $name }”
    [unknown-new] 新文中没有“{ $name }”
    [taken] “{ $name }”会同时代表原文中的两样东西
    [nothing] 两部制度没有共同的结果
   *[renaming] “{ $name }”不是“旧名=新名”的形式
}
    .label = 新文
    .other = 原文
    .help = { $reason ->
        [renaming] 请写原文的名称、“=”和新文的名称。
        [unknown-old] 改名可以针对事实、角色、结果、等级的成员或字段。
        [unknown-new] 改名可以针对事实、角色、结果、等级的成员或字段。
        [taken] 请把另一样也改名。
        [nothing] 结果按名称对应；用“--rename 旧名=新名”可以使两个结果对应。
        [dated] 请让两部制度以同一事实定日期。
       *[other] 如果这是两样不同的东西，请给其中之一另取名称。
    }

B0001 = 纲目列出了条款“{ $clause }”，制度文件里却没有
    .label = 在此列出
    .help = 请编入，或者用“不编入”（not modelled）、“缺漏”（missing）说明原因。

B0002 = 条款“{ $clause }”没有列入纲目
    .label = 纲目没有列出
    .help = 请对照制度原文：补进纲目，或者改正编号。

B0003 = 条款“{ $clause }”的原文没有写明：{ $what }
    .label = 原文缺漏
    .help = 制度补全以后，请编入并去掉这个标记。

B0004 = 这条“确保”不成立：有的案件里，没有一条规则规定“{ $outcome }”
    .label = 有反例
    .clause = 与反例有关
    .help = 不成立的情形：{ $region }（{ $total } 种案情中的 { $cases } 种，占 { $share }）。请为这些情形补上规则，或者用“当”缩小范围。
    .example = { $case } → { $decided }

B0005 = 有的案件里，没有一条规则规定“{ $outcome }”
    .label = { $total } 种案情中有 { $cases } 种没有规定（占 { $share }）
    .help = 没有规定的情形：{ $region }。确属有意的，请用“否则”写明如何处理；不容许留空的情形，请用“确保 … 有规定 当 …”写明。
    .example = { $case } → { $decided }

B0010 = 没有一个案件的“{ $outcome }”会是 { $names }
    .label = 列在其中，却没有规则给予
    .help = 请写出给予它的规则，或者从清单中删去。

B0011 = 无人决定：{ $names }
    .label = 最先给予它的条款
    .help = 请在权限中写明由谁决定；原文没有写的，应当修改制度。

B0012 = 无人执行：{ $names }
    .label = 最先给予它的条款
    .help = 请在权限中写明由谁执行；原文没有写的，应当修改制度。

B0020 = { $number ->
    [one] 违反 { $names } 没有任何后果
   *[other] 有 { $number } 项职责和禁令，违反了也没有任何后果：{ $names }
}
    .label = 没有规则问到它是否得到遵守
    .help = 请用“违者 …”（on breach）写明后果，或者在规则里写“名称 被违反”（is breached）。

B0021 = { $number ->
    [one] 程序“{ $procedure }”的步骤 { $names } 没有写明由谁办理
   *[other] 程序“{ $procedure }”有 { $number } 个步骤没有写明由谁办理：{ $names }
}
    .label = 没有办理者
    .help = 请写明由哪个机构或者角色办理（by）；原文没有写的，应当修改制度。

B0022 = { $kind ->
    [all] 任何步骤都没有期限：{ $names }
   *[step] { $number ->
        [one] 程序“{ $procedure }”的其他步骤有期限，步骤 { $names } 没有
       *[other] 程序“{ $procedure }”的其他步骤有期限，{ $number } 个步骤没有：{ $names }
    }
}
    .label = 没有期限
    .help = 请写明从哪一步起多久以内办理（within … of …），或者逾期由上一级办理（escalate）。

V0001 = { $missing ->
    [judge] 没有写明由谁研判：{ $names }
    [criterion] 没有写明按什么标准研判：{ $names }
   *[both] 没有写明由谁、按什么标准研判：{ $names }
}
    .label = { $number ->
        [one] 取决于此
       *[other] 最先取决于其中一项的条款
    }
    .help = { $missing ->
        [judge] 请写明由谁研判（by）。
        [criterion] 请写明标准（criterion），或者改用可以查证的事实。
       *[both] 请写明由谁研判（by）、按什么标准（criterion），或者改用可以查证的事实。
    }

V0002 = { $number ->
    [one] 条款 { $names } 没有写明还有哪些情形
   *[other] 有 { $number } 条没有写明还有哪些情形：{ $names }
}
    .label = 其他情形
    .help = 请列明这些情形，或者写明按什么标准（criterion）认定其他情形与之相当。

V0003 = { $kind ->
    [step] “{ $name }”读法不同，程序的步骤就不同：{ $steps }
   *[outcome] “{ $name }”读法不同，{ $total } 种案情中有 { $cases } 种（{ $share }）处理不同
}
    .label = { $kind ->
        [step] “{ $preferred }”还是“{ $other }”
       *[outcome] 按“{ $preferred }”读，还是按“{ $other }”读
    }
    .help = { $kind ->
        [step] 步骤不同的情形：{ $region }（{ $total } 种案情中的 { $cases } 种，占 { $share }）。请在制度里写明是哪种意思，然后删去这个读法。
       *[outcome] 请在制度里写明是哪种意思，然后删去这个读法。
    }
    .example = { $kind ->
        [step] { $case }
       *[outcome] { $case }：“{ $outcome }”按“{ $preferred }”读 → { $result }；按“{ $other }”读 → { $other_result }
    }

V0004 = “{ $outcome }”的这些取值只凭研判决定：{ $values }
    .label = 条件里只有研判
    .help = 请在条件里加上可以查证的事实，使处理不只取决于看法。

V0005 = 条款“{ $clause }”允许“{ $outcome }”的全部取值
    .label = 共 { $values } 个取值，一个不少
    .help = 请只允许与本条情形相称的处理；适合其他情形的，另立规则。

C0001 = “{ $name }”与“{ $other }”形近
    .label = 容易看成“{ $other }”
    .other = 另一个名称
    .help = 指同一件事的，请只声明一次；指不同的事，请换成一眼就能分清的名称。

C0002 = 这条“确保”不成立：“{ $outcome }”可以是{ $decided }
    .label = { $property ->
        [excludes] 应当排除的处理仍然可选
        [at-least] 可选的处理更轻，或者没有规定
        [at-most] 可选的处理更重
       *[within] 还有别的处理可选，或者没有规定
    }
    .clause = 与反例有关
    .help = 不成立的情形：{ $region }（{ $total } 种案情中的 { $cases } 种，占 { $share }）。请修改规则，或者用“当”缩小范围。
    .example = { $case } → { $decided }

C0003 = 有的案件里，“{ $outcome }”的规则互相排斥
    .label = { $total } 种案情中有 { $cases } 种无从处理（占 { $share }）
    .clause = 参与冲突
    .help = 冲突的情形：{ $region }；例中相遇的条款：{ $clauses }。请用“覆盖”写明哪一条优先，或者改变各条合并的方式。
    .example = { $case } → { $decided }

C0010 = 条款“{ $clause }”从不适用：没有案件符合它的条件
    .label = 在任何案件中都不成立
    .itself = 条件自相矛盾。
    .assumption = 条件与假定矛盾。
    .assumed = 假定每个案件都如此
    .scope = 条件与适用范围矛盾。
    .applies = 制度只适用于此
    .otherwise = 余下的每个案件都有 { $others } 的规则触发。
    .help = 请改正条件，或者删去这条规则。

C0011 = 条款“{ $clause }”从不起作用：每次触发都被 { $by } 取代
    .label = 会触发，但从不起作用
    .other = 取代它的内容
    .help = 请收窄取代它的条款，或者删去这条规则。

C0012 = 条款“{ $clause }”不改变任何结果：凡是它适用之处，{ $other } 都已适用
    .label = 不改变任何结果
    .other = 凡是前者适用之处，这里也适用
    .same = 两者适用的案件相同，允许的内容也相同。
    .help = 请删去其一，或者改成本来想要的区别。

C0013 = 条款“{ $clause }”的免责从不免除任何内容
    .label = 凡是可以免除之处都不成立
    .never = 适用范围内没有案件符合它的条件。
    .help = 请改正条件或者所列的条款，或者删去这项免责。

C0014 = 条款“{ $clause }”的免责使 { $rules } 完全落空
    .label = 规则触发的每个案件都符合
    .rule = 从不适用
    .help = 请收窄免责，或者放宽规则。

C0015 = 条款“{ $clause }”的条件有一部分不起作用
    .label = 可以去掉
    .true = 其余部分成立时，它总是成立。
    .false = 它没有给其余部分增加任何案件。
    .help = 请删去；如果本来是别的意思，请改正。

C0020 = “{ $outcome }”的从轻与从重情节可能并存（{ $total } 种案情中的 { $cases } 种，占 { $share }），却没有条款说明如何处理
    .label = “{ $heavier }”使之加重
    .lighter = “{ $lighter }”使之减轻
    .help = 请写明以哪一个为准：在一方的条件里排除另一方，或者为并存的情形另立规则。
    .example = { $case } → { $decided }，两者须一并权衡

C0021 = { $kind ->
    [escalation] 步骤“{ $step }”立即转给上一级
   *[order] 步骤“{ $step }”的期限是 { $period }，却须在“{ $earlier }”之后，而后者从同一天起有 { $longer }
}
    .label = { $kind ->
        [escalation] 没有办理的时间
       *[order] “{ $earlier }”还没到期，这一步已经逾期
    }
    .earlier = 期限是 { $longer }
    .help = { $kind ->
        [escalation] 请给本级留出办理的时间。
       *[order] 请从前一步起计算后一步的期限，或者放宽期限。
    }

C0022 = { $kind ->
    [judgement] 研判
    [reading] 读法
    [define] 定义
    [param] 参数
    [scale] 等级或枚举
    [record] 记录
    [body] 机构
    [role] 角色
   *[fact] 事实
}“{ $name }”没有用到
    .label = 声明了却没有用到
    .help = 制度说到它的地方请用上它；没有说到的，请删去。

C0090 = “容许 { $code }”没有用处
    .label = 这里没有 { $code } 可报
    .help = 它所说明的问题已经解决的，请删去；留着会把下一个同类问题悄悄放过。

C0091 = 基线“{ $file }”里有 { $count } 项发现已不再出现
    .help = 第一项是 { $where } 的 { $code }。请用“--write-baseline”重新写入基线，免得同样的问题再次出现时无人知晓。

D0001 = { $property ->
    [rises] 这条“确保”不成立：“{ $fact }”由“{ $from }”升到“{ $to }”，“{ $outcome }”反而变轻
   *[ignores] 这条“确保”不成立：“{ $outcome }”随“{ $fact }”而变
}
    .label = 有一对反例
    .clause = 与差别有关
    .help = 不成立的情形：{ $region }（{ $total } 种案情中的 { $cases } 种，占 { $share }）。请修改规则，或者用“当”缩小范围。
    .example = { $case }：{ $fact } = { $from } → { $before }；{ $fact } = { $to } → { $after }

D0002 = “{ $fact }”由“{ $from }”升到“{ $to }”，“{ $outcome }”可能反而变轻
    .label = 由{ $before }变为{ $after }
    .clause = 与差别有关
    .help = 变轻的情形：{ $region }（{ $total } 种案情中的 { $cases } 种，占 { $share }）。情节更重的不应处理更轻的，请修改规则，并写上“确保 { $outcome } 随升 { $fact }”。
    .example = { $case }：{ $fact } = { $from } → { $before }；{ $fact } = { $to } → { $after }

N0001 = { $check ->
    [B0005] 未能判定：是否每个案件都有规则规定“{ $outcome }”
    [B0010] 未能判定：“{ $outcome }”可能得出哪些取值
    [B0011] 未能判定：“{ $outcome }”的哪些取值须有人决定和执行
    [C0003] 未能判定：“{ $outcome }”的规则是否会互相排斥
    [C0010] 未能判定：“{ $outcome }”的每条规则是否都有适用的案件
    [C0011] 未能判定：“{ $outcome }”的每条规则是否都在某些案件中起作用
    [C0012] 未能判定：“{ $outcome }”的每条规则是否都改变某些结果
    [C0013] 未能判定：“{ $outcome }”的每项免责是否都有可免的内容
    [C0014] 未能判定：“{ $outcome }”的免责是否使规则落空
    [C0015] 未能判定：“{ $outcome }”的条件是否每个部分都有作用
    [C0020] 未能判定：“{ $outcome }”的从轻与从重情节是否会并存
    [D0002] 未能判定：“{ $outcome }”是否随规则所比较的每个等级加重
    [N0001] 未能判定：“{ $outcome }”在所有案件里的结果
    [U0002] 未能判定：“{ $outcome }”是否总有人承担
    [V0003] 未能判定：读法不同是否改变“{ $outcome }”
   *[ensure] 未能判定：这条“确保”是否成立
}
    .label = { $reason ->
        [too-large] 达到了分析的限度
        [mismatch] 解释器对例子的判定不同（请报告此问题）
       *[approximate] 取决于无法分成有限种情形的内容
    }
    .help = 既没有发现问题，也没有得到证明。拆分制度或结果、简化条件，都可能有用；在此之前，请用典型案件的测试代替。

U0001 = 全部 { $total } 项任务中，“{ $name }”承担 { $count } 项
    .label = 职责 { $duties } 项，步骤 { $steps } 项，决定 { $decisions } 项，研判 { $judgements } 项
    .help = 请适当分担：调查与决定分开，只有上级能做的事才留给上级。

U0002 = { $total } 种案情中有 { $cases } 种（占 { $share }）有“{ $fault }”，却没有人承担“{ $outcome }”
    .label = 各个角色都没有份额
    .fault = 仍然有结果
    .help = 这些情形是：{ $region }。请写明由谁承担。
    .example = { $case } → { $decided }，却没有一个角色承担

U0003 = { $kind ->
    [breach] “{ $name }”违反“{ $duty }”的后果由它自己决定
    [judgement] “{ $name }”研判“{ $judgement }”，而责任由其本人承担
   *[checks] “{ $step }”核查的内容，正是同一方在“{ $earlier }”中办理的：{ $name }
}
    .label = { $kind ->
        [breach] 违反它决定“{ $outcome }”
        [judgement] “{ $outcome }”取决于此
       *[checks] 没有别人可以核查
    }
    .earlier = 由同一方办理
    .help = 请交给另一个机构，或者须经另一个机构批准。
