/** The names of emoji, by what they stand for, that GitHub, Hugo, VuePress and others know and people write most. */
const names = `
😀 grinning 😃 smiley 😄 smile 😁 grin 😆 laughing,satisfied 😅 sweat_smile 🤣 rofl 😂 joy 🙂 slightly_smiling_face 🙃 upside_down_face
😉 wink 😊 blush 😇 innocent 🥰 smiling_face_with_three_hearts 😍 heart_eyes 🤩 star_struck 😘 kissing_heart 😋 yum 😛 stuck_out_tongue
😜 stuck_out_tongue_winking_eye 🤗 hugs 🤭 hand_over_mouth 🤔 thinking 🤐 zipper_mouth_face 🤨 raised_eyebrow 😐 neutral_face
😑 expressionless 😏 smirk 😒 unamused 🙄 roll_eyes 😬 grimacing 😌 relieved 😔 pensive 😪 sleepy 😴 sleeping 😷 mask 🤯 exploding_head
🥳 partying_face 😎 sunglasses 🤓 nerd_face 😕 confused 😟 worried 🙁 slightly_frowning_face 😮 open_mouth 😲 astonished 😳 flushed
🥺 pleading_face 😨 fearful 😰 cold_sweat 😢 cry 😭 sob 😱 scream 😞 disappointed 😓 sweat 😩 weary 😫 tired_face 😤 triumph 😡 rage,pout
😠 angry 😈 smiling_imp 💀 skull 💩 poop,hankey 🤡 clown_face 👻 ghost 👽 alien 🤖 robot 😺 smiley_cat 🙈 see_no_evil 🙉 hear_no_evil
🙊 speak_no_evil 💋 kiss 💌 love_letter 💘 cupid 💖 sparkling_heart 💕 two_hearts 💔 broken_heart ❤️ heart 🧡 orange_heart 💛 yellow_heart
💚 green_heart 💙 blue_heart 💜 purple_heart 🖤 black_heart 💯 100 💥 boom,collision 💫 dizzy 💦 sweat_drops 💨 dash 💣 bomb
💬 speech_balloon 💭 thought_balloon 💤 zzz 👋 wave ✋ hand,raised_hand 🖖 vulcan_salute 👌 ok_hand ✌️ v 🤞 crossed_fingers 🤘 metal
👈 point_left 👉 point_right 👆 point_up_2 👇 point_down ☝️ point_up 👍 +1,thumbsup 👎 -1,thumbsdown ✊ fist 👊 facepunch,punch
👏 clap 🙌 raised_hands 👐 open_hands 🤝 handshake 🙏 pray ✍️ writing_hand 💪 muscle 🧠 brain 👀 eyes 👶 baby 👦 boy 👧 girl 👨 man
👩 woman 🙇 bow 🤦 facepalm 🤷 shrug 🚶 walking 🏃 runner,running 💃 dancer 👯 dancers 👪 family 🐵 monkey_face 🐶 dog 🐱 cat 🦁 lion
🐯 tiger 🐴 horse 🦄 unicorn 🐮 cow 🐷 pig 🐭 mouse 🐰 rabbit 🐻 bear 🐼 panda_face 🐔 chicken 🐧 penguin 🐦 bird 🐸 frog 🐢 turtle
🐍 snake 🐉 dragon 🐳 whale 🐬 dolphin 🐟 fish 🐙 octopus 🐚 shell 🐌 snail 🦋 butterfly 🐛 bug 🐜 ant 🐝 bee,honeybee 🕷️ spider
💐 bouquet 🌸 cherry_blossom 🌹 rose 🌻 sunflower 🌷 tulip 🌱 seedling 🌲 evergreen_tree 🌳 deciduous_tree 🌴 palm_tree 🌵 cactus
🍀 four_leaf_clover 🍁 maple_leaf 🍂 fallen_leaf 🍃 leaves 🍎 apple 🍊 tangerine,orange 🍋 lemon 🍌 banana 🍉 watermelon 🍇 grapes
🍓 strawberry 🍒 cherries 🍅 tomato 🥑 avocado 🌶️ hot_pepper 🍞 bread 🧀 cheese 🍔 hamburger 🍕 pizza 🍜 ramen 🍣 sushi 🍦 icecream
🍩 doughnut 🍪 cookie 🎂 birthday 🍰 cake 🍫 chocolate_bar 🍬 candy ☕ coffee 🍵 tea 🍷 wine_glass 🍸 cocktail 🍺 beer 🍻 beers
🥂 clinking_glasses 🌍 earth_africa 🌎 earth_americas 🌏 earth_asia 🌐 globe_with_meridians 🗺️ world_map ⛰️ mountain 🏠 house 🏢 office
🏥 hospital 🏫 school 🏭 factory 🗼 tokyo_tower ⛪ church ⛲ fountain ⛺ tent 🌅 sunrise 🌇 city_sunset 🌉 bridge_at_night 🚀 rocket
🚂 steam_locomotive 🚆 train2 🚌 bus 🚗 car,red_car 🚕 taxi 🚚 truck 🚲 bike 🚢 ship ✈️ airplane ⛵ boat,sailboat ⚓ anchor
🚧 construction 🚦 vertical_traffic_light 🚨 rotating_light ⌛ hourglass ⏳ hourglass_flowing_sand ⌚ watch ⏰ alarm_clock ⏱️ stopwatch
🌙 crescent_moon ☀️ sunny 🌞 sun_with_face ⭐ star 🌟 star2 ☁️ cloud ⛅ partly_sunny 🌧️ rain_cloud ⛈️ cloud_with_lightning_and_rain
❄️ snowflake ⛄ snowman ⚡ zap 🔥 fire 💧 droplet 🌊 ocean 🌈 rainbow ☔ umbrella 🎃 jack_o_lantern 🎄 christmas_tree 🎆 fireworks
✨ sparkles 🎈 balloon 🎉 tada 🎊 confetti_ball 🎀 ribbon 🎁 gift 🏆 trophy 🏅 medal_sports 🥇 1st_place_medal 🥈 2nd_place_medal
🥉 3rd_place_medal ⚽ soccer 🏀 basketball 🏈 football ⚾ baseball 🎾 tennis 🎯 dart 🎮 video_game 🎲 game_die 🧩 jigsaw ♟️ chess_pawn
🎨 art 🎬 clapper 🎤 microphone 🎧 headphones 🎵 musical_note 🎶 notes 🎸 guitar 🎹 musical_keyboard 🎺 trumpet 🎻 violin 🥁 drum
👓 eyeglasses 👕 shirt,tshirt 👖 jeans 👟 athletic_shoe 👑 crown 🎩 tophat 🎓 mortar_board 💍 ring 💎 gem 🔈 speaker 🔊 loud_sound
📢 loudspeaker 📣 mega 🔔 bell 🔕 no_bell 📱 iphone ☎️ phone,telephone 🔋 battery 🔌 electric_plug 💻 computer 🖥️ desktop_computer
🖨️ printer ⌨️ keyboard 🖱️ computer_mouse 💾 floppy_disk 💿 cd 📷 camera 📹 video_camera 🎥 movie_camera 📺 tv 📻 radio 🔍 mag
🔎 mag_right 🕯️ candle 💡 bulb 🔦 flashlight 📔 notebook_with_decorative_cover 📕 closed_book 📖 book,open_book 📗 green_book
📘 blue_book 📙 orange_book 📚 books 📓 notebook 📄 page_facing_up 📃 page_with_curl 📰 newspaper 📑 bookmark_tabs 🔖 bookmark
🏷️ label 💰 moneybag 💵 dollar 💶 euro 💳 credit_card 💸 money_with_wings 📈 chart_with_upwards_trend 📉 chart_with_downwards_trend
📊 bar_chart ✉️ email,envelope 📧 e-mail 📨 incoming_envelope 📩 envelope_with_arrow 📦 package 📫 mailbox 📝 memo,pencil ✏️ pencil2
🖊️ pen 📁 file_folder 📂 open_file_folder 📅 date 📆 calendar 📌 pushpin 📍 round_pushpin 📎 paperclip 📏 straight_ruler ✂️ scissors
🗑️ wastebasket 🔒 lock 🔓 unlock 🔑 key 🔨 hammer ⛏️ pick 🛠️ hammer_and_wrench 🔧 wrench 🔩 nut_and_bolt ⚙️ gear ⚖️ balance_scale
🔗 link ⛓️ chains 🧪 test_tube 🔬 microscope 🔭 telescope 💉 syringe 💊 pill 🚪 door 🛏️ bed 🚽 toilet 🛒 shopping_cart ⚠️ warning
⛔ no_entry 🚫 no_entry_sign ☢️ radioactive ⬆️ arrow_up ↗️ arrow_upper_right ➡️ arrow_right ⬇️ arrow_down ⬅️ arrow_left 🔄 arrows_counterclockwise
🔙 back 🔜 soon 🔝 top ☯️ yin_yang ♻️ recycle ✔️ heavy_check_mark ✅ white_check_mark ☑️ ballot_box_with_check ❌ x ❎ negative_squared_cross_mark
➕ heavy_plus_sign ➖ heavy_minus_sign ❓ question ❗ exclamation,heavy_exclamation_mark ‼️ bangbang ⁉️ interrobang 🆒 cool 🆓 free 🆕 new
🆗 ok 🆘 sos 🆙 up ℹ️ information_source 🔴 red_circle 🔵 large_blue_circle 🟢 green_circle 🟡 yellow_circle ⚪ white_circle ⚫ black_circle
🚩 triangular_flag_on_post 🏁 checkered_flag 🎌 crossed_flags 🏳️ white_flag 🇯🇵 jp 🇰🇷 kr 🇩🇪 de 🇨🇳 cn 🇺🇸 us 🇫🇷 fr 🇪🇸 es 🇮🇹 it 🇷🇺 ru 🇬🇧 gb,uk
`;

let byName: ReadonlyMap<string, string> | undefined;

/** Puts emoji in where their names stand between colons, `:tada:`; a name that is none, such as `10:30:45`, stays. */
export function replaceEmojiNames(text: string): string {
  if (!/:[a-z0-9+_-]+:/.test(text)) return text;
  byName ??= new Map(
    [...names.matchAll(/(\S+) (\S+)/g)].flatMap(([, emoji = "", listed = ""]) =>
      listed.split(",").map((name) => [name, emoji] as const),
    ),
  );
  const known = byName;
  return text.replace(/(?<![\w:/])((?::[a-z0-9+_-]{1,40}:)+)(?![\w:])/g, (all, marks: string) => {
    const shown = marks
      .slice(1, -1)
      .split("::")
      .map((name) => known.get(name));
    return shown.includes(undefined) ? all : shown.join("");
  });
}
