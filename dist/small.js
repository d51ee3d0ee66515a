/* microlora 0.1.0, MIT OR Apache-2.0 */
var t={frequent:[32,0,2,1,65,4,3,11,33,40,106,5,34,16,64,8,116,6,127,12,253,7,13,15,114,108,9,128,43,10,97,95,183,54,111,71,124,17,113,101,69,130,255,27,36,24,162,57,107,112,99,14,20,160,56,18,126,96,100,125,19,66,136,42,75,228,184,68,230,22,31,45,70,55,121,178,48,252,77,110,163,119,63,60,182,187],text:`!C}Y}X%!!!%~:#}/_%5%5_#55%5_(5555%5_#55!_%5%I_%5!_#55%I_)555%5_!%5_)555%I_(5555!_(5555%b_!%I_)555!_4555555!_.55555!_.55555%5_#55%b_#5I%5_)55I%5_(5I55!_.555I5%I_(55II!_#II%5_%^%5_)55b!_%5%b_.55555%b_855555bb%5_.55555%I_(55I5!_#5I!_%5%^_4555555%5_.55III%I_.5555I!_4555II5%5_.555II%5_#5I%I_(5555%I_(555I%5_45555I5%I_*555II555555%5_(55bb%5)}u%}s%!!!!J%8%9.%}!X%)X:%4R9!)%}#B2B?))8}%P}&X%!]}(%!cY})J:B%Ym. .B+?B9/8}*.%.Q%#..08:)#4!#8%222(((]!}+%((},}-?#84((((2,%8%!#%!(%!?6666}.!%!!!4#244f!c4#!!.4?##%} **0)l(.%V%00.)%!%42%5%&@@%*8k?}84}XL}XG;q#!6=G;CD}TG;xC;a!^B=G;CDCaCV3!}e%B=G;CD=LC;v!xl=G;CDCaCV3Dx}W3}VD;LxC;a!}c%6=G;CD}[L;}Y}WGv!}D9=G;CD}TLC3}Z;L}Y!5J=G;CDaL}TC}Z=3D;C3L!}a%?=G;CD}Y}W}Xa!}T?=G;CD}U;Gx!}^0=G;CD}XL}XG;qD}Z}YLa!30=G;CD}XL}XG;qD}T;LL!}[R=G;CD}XL}XG;qD=C;}UL}Y3D}T;LL!}Z]=G;CD}XL}XG;qDxCv3La!}Y9=G;CD3;Cv}Y}TL;!}F]=G;CD3;Cv}Y}TL;D}Y}W}^L!}EB=G;CDW}VLWU!}b%?=G;CD}T;LL!I*=G;CDW;LC3L!N%B=G;CD}WvV}Z3!}]*=G;CDG}Z3V}Z3!K9=G;CD}U;Ca}WLv3!}_]=G;CDVCWULaDG}Z3V}Z3!V:=G;CDaL=3CDvG;}X!@%0=G;CDC
aCV3DWG}Zv3!}d%]=G;CD}TG;xC;aDWG}Zv3!bl=G;CD3G3C=DCaCV3DWG}Zv3!LR=G;CD3G3C=D}TG;xC;aDWG}Zv3!a0=G;CDVC;C}XDWG}Zv3!G*=G;CDGV3}WGv!;:=G;CD}YL3DGV3}WGv!}UB=G;CD;L}YL3!-J=G;CD}YL3DWC3L}UG;q!}W}%=G;CD}YL3DWC3L}UG;qD}TC==}SCWU!}V9=G;CD;LCaD;Gx!=X=G;CDx;}W3LD;Gx!uJ=G;CD;LCaDv}Z}X}SL;}Y!}X]=G;CDx;}W3LDv}Z}X}SL;}Y!}B0=G;CD}VC}YD=LC;vLa!qJ=G;CD;LCaD}TG;xC;a!v]=G;CDx;}W3LD}TG;xC;a!}C} =G;CD;L}YL;}[LD3;Cv}Y}TL;!Ul=G;CD3;C-LW3G;qDW;LC3L!_l=G;CD3;C-LW3G;qD;LWG;a!}Ll=G;CD3;C-LW3G;qD=Lv}U3}V!}OP=G;CD3;C-LW3G;qD3G3C=DWG}Zv3!}H}&=G;CD3;C-LW3G;qD}Y}ZWWL}Y}YD;C3L!}I =G;CD3;C-LW3G;qD}SL}Y3D}W}XV;G}[L}XLv3!}S =G;CD3;C-LW3G;qD}XLCvD}W}XV;G}[L}XLv3!}NR=G;CD3;C-LW3G;qD}[C;}WCvWL!}G})=G;CD3;C-LW3G;qD}SL}Y3DC33Lv3}WGv!W/=G;CD3;C-LW3G;qD}V}W}U}VDK}ZC=}W3qDWG}Zv3!}P+=G;CD3;C-LW3G;qDWG}Zv3D}SqDGVL;C3G;!C} =G;CD3;C-LW3G;qD}U;G}ZV!}QY=G;CD3;C-LW3G;qDa;Cx!Dc=G;CD3;C-LW3G;qD}UL3!}RY=G;CD3;C-LW3G;qD;LCa!}Mm=G;CD3;C-LW3G;qD}YL3D3G3C=DWG}Zv3!}J} =G;CD3;C-LW3G;qD;L}YL3!}K?}*%!&%*:e%}j%}n%}f%}k%}p%}o%}i%}h%}q%}r%}l%}m%}g%}66
%2B~l~+%}s%2! !&#0,*2! !&%0,**!&}_&^ !0%P*m! !,#2 !,#(&:-&VK !,#!&:-&VK-=*~1%%(}_ %(1 %&#3 !-+%)1 # !7!(s/# #7k%7h%+# ) !7!( /) )7k%7h%+) ( !7!(0/( (7k%7h%+( . !7!(!/. .7k%7h%+. % !&1U/!H9!* # )7h%+# ( .7h%+)* )7m! )7m%}p )7m# )7m)}p}p #7m! #7m%}p #7m# #7m)}p}p}p*A%%5 !,#0 !,#Y/# !,#Qu(5 % !,#,- #V. %*&.3-*}F! ! #F#Y ! %F#! ! #&2-F#R ! #&0-/#F#( ! % %=&)3/% #-/#F#2 ! % #-/#F#6 ! % #-F#0 !*+! !0%/!(5 !&! % !,#}& !,#R-}?P.&!**}M%)5 %&:K(1 %&:-&VK+.)1 %+) # (H(1)1 )&:K(1 )&#3 !-&!F#! )&%-+)6%** (&%-+( .&#3 !-+!6%****,%%5&eN%&eN%,#! !&0U/!,#!&^K/%UF#! ! %0}(*}.%#5 !,#z %&e%=-/)n!}c%M(1 ! %0}!+#* # ) #P*}%! !&!E}TM ! %WM;M ! !t8~5CK*~O(#.}_?5 %&#3+: (&#3 )-+0#1 .&%o(1 (M9% %&(3+9 %&s=+X %&.3+6)1 %(1 )7!(s+8 )7!( +2 )7!(0+? )7!(!+B :+* #+()1 ! !7!(! B (7?#!/47k%7~b%7*(! ! 9-/. .7!(! ? 47k%7~b%7*(! ! 6-/. .7!(! 2 47k%7~b%7*(! ! X-/. .7!(! 8 47k%7~b%7*(! !&0-+! (&(-+( *&(U/*9!** ! X-+! 0 )&1U/)H9!*. (M9% (&#3+c %&s=+J %&.3+X)1 %(1&!+] #+6)1 )+( 6+*&@@@@}]7J+4&@@@@}]7J+8&@@@@}]7J+2&@@@@}]7J+? .
+9)1 4 (7!(! *7?#!/B7k%7h%+4 ? B (7!(s7k%7h%+? 2 B (7!( 7k%7h%+2 8 B (7!(07k%7h%+8 ( c-+( * :-+* 9&%U/99!* ! !7!(! 47~b%7*(! :&#3 !-/( (7!(! 87~b%7*(! ! X-/( (7!(! 27~b%7*(! ! J-/( (7!(! ?7~b%7*(! 6&(-+6 !&0-+! % ]&%-/]H9!** ! J-+! 0 )&1U/)H9!****P! !0%/!(5 !&! % !,#R}?P.&!**c! ! !,#! %0)0n|T)0*O##.}_85 ((1 (&#3 .-+X %&#3+: %&s=+6 %&.3+0 %&(3+J)1 %(1 :+9 !+( #+*&@@@@}]7J+4&@@@@}]7J+8&@@@@}]7J+2&@@@@}]7J+?)1 ? (7!(! *7?#!/B7k%7h%+? 4 B ( 6-7!(!7k%7h%+4 8 B ( 0-7!(!7k%7h%+8 2 ( J-7!(! B7k%7h%+2 (&0-/!+( *&(-+* 9&(U/99!*.&@@@@}]7J+?&@@@@}]7J+2&@@@@}]7J+8&@@@@}]7J+4* )(5 4 )7!(s7h%+4 8 )7!( 7h%+8 2 )7!(07h%+2 ? )7!(!7h%+? )&1U.&!*+) . 47*(s . 87*(  . 27*(0 . ?7*(! ! 6-+! X .&1U/.H9!***}y(#4}_B5 %&#}C(1 %&#3+0 !+: (+*)1 :+6 #+X&!7:+.&!7:+4&!7:+8&!7:+2 )(1 )&#3 #-+J 0&#3+] 0&)3+c)1 . X7!(!/? 67!(07k%7h%+. 8 67!(! ?7k%7h%+8 2 6 ]-/Y7!(! X7!(0/?7k%7h%+2 4 ? Y7!(07k%7h%+4 6 c-+6 J X& -/XH9!* 4 .7h%+4 2 87h%+.* * . 479!%#)2?B*0J]cR}#}%P . 479(.4869X:Y} l}!}&}(})m7h%/. .79!%#)2?B*!%#)2?B* . .79(.
4869X:(.4869X:7h%/.7m%[#( * .7m![#! :& -+: *&2-+* 9&(-+6 9&#-+9 % 6}C9!** % 9H(1 9&#3 (- )(}_ )&#3 #-+) %&(3+( %&.3+% 9&(3 !-+*&!7:+.)1 . *7!(! #7!(!7k%7h%+. B ( *-7!(! #7!(07k%7h%+B % *-+* ) #& -/#H9!* B .7h%.&!7:*/.7m! .7m%}p .7m# .7m)}p}p[#!**}O%)5 !&~2N%,#!0s/#(1#1 %&~6N%,#!0s/)(1&~/N%&~2N% # !0}1&iN%&~6N% ) %0}1&%+(6%* #&~:N%o9! #0?&!:** (*F##5%I %&%-+))1 % #H(1 ( # )=&)3 !-A)!Z+( #&%-+#6%** (*~J%#(5#^ !d~K!Id1}b+.&@N%,#!+)&}jN%+%#1)1 %,#!/%(1 . % )-/%,#!/(~,/4}L(1#1 #(1 #,#! (u9%* %+# . 4}E9(** %&2-+%6%** #9!&}nN% !p)!&!:* #,#2 #,#60}) #,#!+( # .~%/)&%;F#! ) (H(1 # )-/% )F#( % ( )U0}(*&eN% )&eN%,#!-F#! #&0-*}R!#1 !,#RA)!&!EC(1 !,#YA)!t8dy}bd!}F9%* %,#! !,#! #,#!&:-&VK !,#(0T %,#( !,#! #,#(&:-&VK !,#20T**}.! !,#2 !,#6,#RJ!!&8-&}]K !0) !,#6,#!=&%}[-*~^%#)I)5 !&!7:7*)! !d!p)0 %,#Q/4(1#1 %,#0 4 %,#Y/8}C(5 %,#, 8V.&!*&.3-A)0+#)1 . 4H(1 % .0.+8 % .0.A)0/( # # (WP+# .&%-+. ) 8A)0Z+)6%** ! #T)! ! ) 4iw/)T)2 4&%o9!&!+.&!E+#)1 . 4H(1 # % .0.A)0 )}~/# #SZ+# .&%-+.6%** ! # 4&%UiwT)0***}8%%5 
!,#z/# %&e%=-,#@%+% !,#R&e%= #- %&e%=-&! %&5HP&! !n!}6P*T##5%}_ #7c+.)1 % )g(1 )&#3 !-/( . (7!(!7k%7*(! )&(-+)6%***G%.5 %&:-&VK/. %o ! )oKM(1)1 #(1 . #&%U/#=&#3 )-+4 % #=&#3 !-+8 %+()1 ((1 (&%U/(&#3/2 4- 8 2-f#![#!6%.6)*!*!****B!&@@%&!0J*N##.5%I %&%-+8)1 % .H(1 % .=&)3 !-+4 .&)3 #-A)!+?&!+()1 ( .H(1 ? (&)3/2 4-A)! ) 2-A)!S}~+? (&%-+(6%** .&)3 )- ? . 8=&)3 !-A)!wT)! .&%-+.6%** %+()1 ((1 (&%U/#&)3/. !-+4 ) .-/.A)!+?)1 % (g(1 ? % (=&)3 4-A)! (&)3 )-A)!S}~+? (&%-+(6%** . ? # 8=&)3 !-A)!wT)! #+(6%***p##5%I)1 # )H(1 . )&)3/( !-A)! % (-A)!SZ+. )&%-+)6%** .*~L%%#5 ! %F#! %&^K !-/#n!!&%KM(1 #,#2 #,#60}) ! !,#! #,#!&^K-/%F#!*&@N%,#!+) !,#(/#(1 ! #U/#n!!&%KM(1 #,#2 #,#60}) # #,#! !,#!-/%F#!&@N%,#!+) #+!** !&!F#6 !&}jN%,#!/#F#2 %&^K !- %F#( ! )U+! #(1 # )- !F#6*&}jN% !F#!*}0%%5 %&@N%,#!/#-&2-&}jN% %P !F#! !(1 ! #- %F#6**}&! ! %~, #~,d }e}cp)! ! !0}5p)! !*}!! !0}5d,e~%&@@@(Ur};!!!}5}r*}~#%2}_ %&#H(1 ! % # ) (00 # )0(:* ( )(}_ )&#3 #-+%)1 . #7!(0/4 47k%7h%+. 8 #7!(!/2 27k%7h%+8 ? 4 !7!(s7k%7h%+? B 2
 !7!(07k%7h%+B * !7!(  47k%7h%+* 6 !7!(! 27k%7h%+6 !&1U+! % #& -/#H9!* . 87h%+8 * 67h%+. ? B7h%.&!7:*/47m! 47m%}p 47m# 47m)}p}p[#( ( .7m! .7m%}p .7m# .7m)}p}p[#! 87m! 87m%}p 87m# 87m)}p}p*~?%#(b%5 # ) (=&#3/)-+# % )-+%&!+)#1)1 ) (H(1 )&#3/* %-f#!/8 8}q&!r}P9# # *-f#!/2 2}q&!r}P9# 2}i/2 ? 2 ?}RP+? 8}i/8 B 8 B}RP+B )&%-+)6%** ! 4|}}jk}R}!0 T}R}8Z B|S !A)2ZT)2 ! .|}}jk}R}!0 T}R}8Z ?|S !A)!ZT)! (+)* ) (}C*}4!)1 ((1 ! % # ) .00 (&%U+( %&#3 .-+. )&#3 #-+#6%***6! ! %J!!&0-*}&%%5 !,#2/% %=&%3&:-&VK !0)-*g%%I !&}6u(5 %d% !~,}e~50*. % %}~/#&!EC %&!E}TM #&!E}S;M !&po %j!!!~]OOygL;K !&[oP**~.%#(}_%5 %&(3+? )&(3+) #&(3+#&!+%)1 % (}?(1 4 ! #-7!(!/87D ! )-7!(!/27D7~n%7~l%+4 . 8 .792?B*69X:!%#)!%#)7D 2 .792?B*69X:!%#)!%#)7D7~n%7~l%+. ! ?-+! %&(-+%6%** .7+! .7+%Z 47+! 47+%ZZ*}=%#5 !&OO:K/#&}zN%,#!}?(1#1&}vN%,#! #&)3-/#}1%( !&]}[H9! % #n!4H9! #,#!+)** )*[%%5 !,#RA)!&!EC(^ !,#!/%&?}C(^ !,#YA)!t8 %&)}[~,N.d!*.d!*}D*n%#5)1 % )H(1 # )&.3 !-A)0W (-+( )&%-+)6%** (*~b%#*5%I #&%-+2)1 # (H(1 # ( # (gP+? ( 2=&)3 
)-+B # (=&)3 )-+* (+.)1 . ?H(1 %&!E ( .o/6P ( # .=/8-/9&)3 !-A)!Z+: 8&)3 )-+X&!+4)1 ( 4H(1 : 4&)3/8 X-A)! 8 *-A)!S}~+: 4&%-+46%** 9&)3 )- 6(I % : % :aP}}. : BA)!w*T)! .&%-+.6%** (&%-+(6%***}+! ! #T)0 )&%K(1 ! %0X* ! !A)R&%EZT)R*}5#%5#b)1 % #H(1 #&#3 !-f#!}i/( ) ) (}QP+) #&%-+#6%** )*~f%#85%}_}*!&@2U/2Q! #&#3+B)1 ) ?g(1&!+8&!+.)1 # .H(1 # .=&)3 !-+*&!+4&!7:+6)1 # 4H(1 6 4&(3 %-7!(! 4&)3 *-A)!{7c7k%7h%+6 4&%-+46%** .&(3 2- 67*(! .&%-+.6%**)1 # 8H(1 8&(3/. (- . 2-7!(!7*(! 8&%-+86%** ?&(-+? B&#3/. (-+( % .-+%6%** 2&@2-Q!*f%%5 #&~:N%H(1 !,#!/((1 (0?* % )F#! ! #F#!**}!! ! %g(5 !~,d#}e0c.&~:N%**N%#)}_#5 %7Y+.)1 # 8g(1 . 8&#3/2 !-7!(!/47D7~n%+( ) 2- (7+!{7c (7+%{7 % . 4 .792?B*69X:!%#)!%#)7D7~n%/(7+!{7 # (7+%{7 )7*(! 8&(-+86%***&%#5 !0}.(1 !,#2/# !,#!/)0]jn};}&~g~_F}%yS %Zj~+~s}B} }p^}VlZ+% # % ) !,#00A**1##5%I !0}.(1 !,#(/% !,#!/#0]jn};}&~g~_F}%ySj~+~s}B} }p^}VlZ+) % ) # !,#60A**}A%%^ ! !}.)!d~g}f~R}d~d~D}~h~^!b/%p)! % %d})e}dd~4~G}q~c~M~i}o~+~95^/%dPe %}dd~gw~@}w~0E}p~d}r5^/%dme %}d*?! !,#20
?*}B! !,#( %,#2 #,#( ),#Y %,#(&:-&VK ),#!06 !,#! %,#2 #,#2 ),#2 %,#!&:-&VK ),#!06*~R%#85%b&% . .&%uP+?#1)1 ( 4H(1 4&)K+B % 4&#}[=+* 4&#3 )-+2&!+8)1 % 8H(1 8&#3 #-/6f#! 2f#!}r+9&%+.)1 . ?H(1 9 % .=&#3 6-f#! ( .=&#3 2-f#!}r}p+9 .&%-+.6%** 8 *- 8&%-+8&(3 B&#3; !-f#! 9}q/9 9}q&!r}O9%6(** 4&%-+46%** (+4* ( 4u*}W#)5%I}*!&@(U/)Q! !,#!+.)1 ( .H(1 (&)3 )- (&#3 %-f#!|T)! (&%-+(6%** !0}4 !,#6 !,#! ) #0P ) # !,#!0}& )&@(-Q!*b#.5%I&%+4)1 % .H(1 .&)3 )-+8 % .=&)3 )-+2&!+()1 ( 4H(1 % (=&)3 8- ! % . ( #0}-/?T)! (&)3 2- ?T)! (&%-+(6%** 4&%-+4 .&%-+.6%***}P%#5}*!&@(U/)Q!)1 % (H(1 )&!&@(t*! (&)3 )-d@@@@@@@~typ)! ! % ) % (=&)3 #-0P (&%-+(6%** )&@(-Q!*n! ( % !0]/(&!Ea(I ( !iw.j}I}I}I}I}I}I~Qy* # #S )SSw*~*%%#5 !,#z %&e%=-+%#1 #&4}C(5 %,#6/%M9% %,#,. #&#U&)g(5 %,#!. #&%}[&%U/) !,#6/(,#!}C9# %,#2 !,#2 (,#RJ!!&8-&~tOOO%K&)3- !0) )=&#3-**/%M9! !,#2 !,#!&:-&~lOOO)K=&! #&%KP&#3 %-:*&!*}v%#(5(I)1 % 4H(1 % 4=&)3 !-+2 4&#3/. #-f#!|/? (S+B ) .-f#!|+*&!+.)1 % .H(1 .&)3 2-/8 8A)! B .&#3/8 #-f#!|/6S ? ) 8-f#!|S}~ 6 *S}~
ZT)! .&%-+.6%** 4&%-+46%***p%#5&}vN%,#! !&OO:K/%&)3-/#}1%(&%-+! #&% ! !&@~:!oP}8%( %01*}b#%(5#1&~&N%,#!/)M(1&}zN%,#!/)&OO:g9% )&%3&@( )P/)&)3~,0c/(M9%&}vN%,#!/#(1 ( #&}zN%,#!&)3tB!!&}vN%,#!0?*&}vN% (F#! )&}zN%,#!/# # )}?P+.)1 # .H(1 #&)3 (-&%}8%( #01 #&%-+#6%**&}zN% )F#!&~&N%,#!+)*&}vN%,#!&ZN%,#!/(&)3-/#,#!+.&~&N% )&%UF#!&ZN% .F#! # !}7!4 # %F#! #}1%(&]3 (;+#* #*u%#5&}vN%,#!/% !&)3-&!}7!4&~&N%&~&N%,#!/#&%-F#!&~ N%,#!&)3 %-&ZN% #P !F#!&~ N% !F#!*}y%%#5 . !A)0 ( ) ) (WPj}.}P}m~=~q,~lySZj!!! !!~lyS/)T)  . )j!!!~]OO~kHa/4}7!}= 4M(1&%:* !,#! %,#2/4 .,#2 #,#2 %,#!&:-&VK #,#!/80p(5 !,#( 4 .,#( #,#Y %,#(&:-&VK 80p.&!**}:##5%b#1)1 % )/#H(1 #&%-+) #&#3 !-f#!/( (}q&!r}O9%6#** %+#* % #u*~O8#95%b}*!&~:)U/(Q! !,#6+9 !,#z+8 ! %0B+* ! %0}!+4 !,#!+2 !,#(+X !,#2+? #,#!+: !0}++. (&@)-&!&~:!t*! ( %&e%= 8-/8&s-F#~l# (d@@@@@@@~typ)~/) ( )F#@) ( .&:-&~lOOO)K&#3 )-/%F#~p# ( ? :=&:-&VK/0&#3/. %-/%F#~t# ( % .-/BF#t#&!+% * ! # (&~l#- 9,#}&J#!(1 ( #}.#0p)}v# ( #7!#!7*)e##5 4(1#1 !0}++% !,#2+6&!+) (&~2#-&!&}/t*! (
d!p)~d# (d@@@@@@@~typ)~]# ( 4&s-F#Z# ( . B-/.F#~/# ( %&:-&~lOOO)K&#3 .-/.F#~ # ( . 6 :=&:-&VK&#3/%-/.F#~&# ( % .-/BF#~+# 4 *H(1 X&:-&VK+. 2&:-&VK+X (&%}7!}j# ( % B-/%F#}v# ( 0&#3 %-/0F#}z#)1 ) :H(1 4,#! ? #,#2 ) X=&#3- X (,#}v# ) ?=/B&#3-/200 !A)0{+J&!+%)1 % ?H(1 %&#3/6 (- 2 6-f#! J}r[#! %&%-+%6%** 0 ) .=&#3/%-+2 4,#( ? ( #,#Y %- . 20: #,#0 B&#3-+B !A)0{}j+J&!+%)1 % ?H(1 %&#3/6 (- B 6-f#! J}r[#! %&%-+%6%** 8,#( ? ( 2 . 20: )&%-+)6%***&! 4 ! (&e#- (&Z#- 9,#}&J#!M9#}% 4 *H9! 8,#! *,#! !0)&#3tB!! 8,#2 *,#2 !0} &)3tB!! 8 *7!)07*)0** 8 ! (&~l#- # 9,#QJ*!+J 4(1 4 ! (&Z#- (&e#- 9,#QJ*!}%* J&%r}P(1 : !,#2=+) #,#0+#&!+%)1 % )H(1 %&#3 #-/4 4f#! J}r[#! %&%-+%6%*** 8&%}7!}c% !&!}7!s 8 8A) &%EZT) &%*+%* (&~:)-Q! %*}0%%5)1 !,#}& !,#R- %g(1 ! %0}? %&%-+%6%** !&!F#}/*};%#5)1#1 !,#z+% !,#R #u9! #&e%= %-,#6/%(1 %,#,0?* #&%-+#6%** %,#!0?*}u##)5%b}*!& U/4Q!&q+. !,#}/ #o(1#1 % !,#,H9! ! !,#[/8,#0H9! 8,#! !,#!/. #02 ) !,#( #02 .&:-&VK+8&!+.#1)1 # .H(1 .&#3 (- !,#[,#! . 8=&#3- 80(/2[#! .&%-+. 2 2}q&!r}O9%6#*
* 4 #F#2 4 (F#Y 4 )F#}& 4 !n!s}7!6 4 !,#[/),#!F#0 4 ),#6F#R #M9!&!&}^ ! % 4&2- #&:-&~lOOO)K&#3 (-0};P+.6%*&}^+.** 4& -Q! .*}=! #&#3&:-&~lOOO8K %&:-&VK- !,#2 %=&)3&~t!-&@5K- !0}+&%3- !,#(&:-&VK %=&)=-*~&%%(5 # !,#2=+8 !,#[+.)1 4 8H(1 4&#3/2 .,#6- ( 2-f#![#! 4&%-+46%** .,#!/( )H(1 ( ) !,#!&:-&~lOOO)K #=&#3tB!! !,#[+.* !&%}8%s ! #F#}/ ! %F#, . !F#0 !,#z %&e%=-/! !A), #iZT),*~D##25#b}*!&0U/(Q! !,#z+# ( ( !,#  %0m}.)!p)2 %&e%= #-/.,#!&! !0)&#3t*!&%r !,#!/#~1}o}s+B !,#2+8)1 4 8}?(1 !,#!+? !,#2+2&!+))1 # )g(1 (&2-0 +* .,#! 4 )&#}[ 2=-&(3 )&)K&#3;- B *}r[#! )&%-+) ?+# 2+86%** 4&%-+46%** .&!}7!}c% .&!7:7*)  . B|T)0 !,#z %&e%=-/%,#2&! !0} &)3t*! %d!p)R %,#6/#(1 #&!&,t*! #,#,&! !0)&#3t*!* !,#6,#[/#(1 % ! #J)!* (&0-Q!*/! !(5&~/N%,#!/! # ) !0}#&~/N%,#!. %**}E#%I%5 !0%/!(1 % !,#z-+% !,#R+)&!+!)1 ! )H(1 # !&e%= %-A)!Z+# !&%-+!6%**.&^E+#* #**! !&%3&!0J*O##45#b ! %08/(M(1 !0#:* #&8g(1&x:* (,#2 )u(1&b:*&~/N%,#!/8 #&#3&(K (-,#!/20dM(1&}^:* (,#z+. (,#6+?#1 #&#U&)u(1#1&!r};~J}u1~w #&)gP+B&!+!)1 ! 2o9%&I+4 
B !&#3 8-f#!/*DM9) !&%-+! *};~J}u1}_D9!*6#** %&e%= .-+.#1 #&4}C(1 .,#6M9%* ( % #0z/%M9! (,#2+4&!+!)1 ! 2H(1 ) !&#}[ 4=-&(3 !&)K&#3; %- !&#3 8-f#![#! !&%-+!6%** #&#}C(1&!+4 #&.g9# . ( ?,#jJ)!6#* . (0X .&%}7!}c% (,#6,#[/!(1 . ( !J)!* (&!F#}/&!:*&q:* 4*~Q)#(5#I ! %08/)M(1 !0#:*&b+! ),#2 ),#6,#R0Q #o(1#1&~2N%,#! #&%3}?9! ),#z %&e%=-+(&~/N%,#!/.A),+8#1 .A)}D/2&!E}S(1 % ),#R/!}?+# ! %u 8&!EC;9%.&%+# 8&!EC9%* (,#6&!H+#* ),#6+%&!+!)1 ),#2 ),#6,#R0Q !g(1 #&%K&!+#(1 !&:u(5 !&@@%-n!!.&[*&O%K !&)3 .-A)!0},+#* !&%-+!6%** #&%KM(1&I:* .&@%-+# %,#}=/!(1&q&I ) # !J%!/4P+! 4M 2&!E}S;9%. 2&!E}S(1&q+!6#** ( .A)!T)  ( .A)2T), ( .A)0T)R ( .A) &!E}S}7!}c% ( )0X ( .A)R/8 (A)0/2 8 2aPT)0 (,#2 # ),#2 ),#6,#RJ!!&)3tB!! %,#j/!(1 ( ) !J)!* )&!F#}/&!:** !*~d#).5)I%b !&!08/#(1#1&b+. %&(}?9! %&~2N%,#!&%}[g9!&~/N%,#!/(A)R+8 #,#2+4 (A)2+2 (A)!/? #,#Ri0*(1#1 2 #,#Q&%-i0*M9!&% (A)00},M9!&% 80},M 8&%EC;9! % 2t) 4=&(-o+)**&!+!)1 )&%K/) ! %}?K(1 !&)3 (-A)!{/B B}q&!r}O+) !&%-+!6%**&I+. )M9! #,#[ #F#0 # 8&%EC}7!}2 # 2t)/!F#}/
 # ?t)F#, # (A)0&%EC}7!s (& -+) ! 4=+% #,#[+#&!+.&!+!)1 ! %H(1 #,#6 !&#3- )A)!{[#! !&%-+! )&2-+)6%***. !0#+.* .*(!&.*?!&~2N%,#!*?!&~/N%,#!*}2#%5%I}*!& U/%Q! !0!/!(I %&2- !0l %A)R.&^E* %& -Q!*Y! !0!/!(I !A)!.&^E**}2%%5 !0!/!M(1&^E:* !,#Q/%(I !,#0 %&!E0fi %iw.&!E**C##5%I !0!/!M(1&^:*&I+# %j!!!!!!1};W(1#1 % !,#Q/)i/(}TM % %t8~5}S;9! % (}S(1 !,#Y )g9%* ! %T)!&!+#** #*})! !0!/!(5 !d!p#Q !d!p)!&!.&^**i#)#5%I%b !0!/!M(1&^:*&I+. #&O%u(1#1 % !,# }C9! ) )}~&!E}S ( (}~&!E}S;M(1#1 )&!EL (&!EL;9# ( )w&5EZ/8j!!!~]OO~kHLM9!&~/N%,#!/4 !,#R&%02&}^+. 4 !,#}&0(/2 2}q&!r}P9# !,#6 !,#}&/. !,#,=&#3- 4 .&#3tB!! !,#0 !,#,&.3-/. #}7!}# . %}7!R . 8T)0 . (T)2 . )T)!&!+. ! !,#,&%-/%&! % !,#Y/#HPF#, # !,#Q/%g(1 ! %&%-F#Q* ! !A)!&%EZT)!6#**&}^:** .*_%#5 !0!/!M(1&^:* !,#Q/# %u(1&I:*&~/N%,#! !,#6 # !,#Y/)}C(5 % !,#,- )V. %* !,#}&=&#3- !,#R&#3tB!!&!*}2#%5%I}*!& U/%Q! !0!/!(I %&2- !0l %A)0.&^E* %& -Q!*} ! !0!/!(I !,#Qi.&^E**A! !0!/!M(1&^E:* % %}S(I&}^E. !,#0 !,#Q %0fi**~o%#(I.5 !0!/?M(1&^E:* %&%g )&#g;(I&xE.&}#&R %&%oP
+B ?,#Q+*&!+%&!+!)1 ! *H(1 # B ? !0./6-n!!o+2 ( 6A)0Z ( 2P+( !&%-+! % 2-+%6%** %(I ( %i/.w+4&!+!&!E+()1 ! *H(1 ( ? !0./2A)0 4}~/8 8SZ ( # 2 B-n!!oP+( !&%-+!6%** ( .&5EZw .w}}.&!E*+( 4 ( )&%oP %i )P**G%%I !0!/!M(1&^E:* !,#Q %u(1&IE:*&xE+) ! %0.+!#1#1#1#1#1#1 #X.()#%!.* !A)0+)6(* !A)2:* !A)!:* !n!}#i:* !n!Ri:* )*}g###I)5}*!&0U/2Q! !0!/4(1#1 %&%g(1&x+%6%* 4,#Q/8M(1&q+%6%*&!+!)1 %&%o ! 8}?K(1 (&!E 4 !0.A)0/( (&!EWPZ+( !&%-+!6%** 2&2- # )0m0 |&%EZj!!!!!!~]yS+. (&!EaM(1 . 8iSt)+%6%* ( .S+(&!+%&!+!)1 (&!E}TM ! 8}C;M(1 ! %&!E 4 !0.A)0/. .&!EWP/.&!EaP+% ( .}~+( !&%-+!6%***.&^+%* 2&0-Q! %*|%#(5#^&b+( %&%U&OO!u(1#1&I+( !M #&}a#U&@^}?;9!&}]+(0}%M9! !~,/8 %&:-&~lO)K/4~,^d#}e/2 8d.}eIdsI0c/.M9! 2~% .-/) #F#  ) 4F#}& ) %F#R ) !F#Y ) .F#6 ) .F#2 )d!p#Q )d!p)! ) )&s-F#0&# )0y/(9! )0}6&}]+(** (*}Q%)5 !0!/!M(1&^E:* !,#  %u(1&IE:* !,#0+) !,#Q+(&!+!)1 ! (H(1 % !&.3 )-n!Ro #-+# !&%-+!6%** #i*}2#%5%I}*!& U/%Q! !0!/!(I %&2- !0l %A)2.&^E* %& -Q!*~w%#85#I}*!&@RU/#Q! !0!/%(I #&@2-&!&@0t*! #&!&@2t*! %,#Q+)&!+!)1 
! )H(1 #&@2- % !0./(n!}#/4&)3-/8 (A)0 8A)!ZT)! 4&#3 #-/( (,#!&%-F#! !&%-+!6%**&!+%&!+!)1 !&@#H(1 !&#3 #-,#!/)(1 #&@2- !&)3-A)! )iw/? 2L %K+% 2 ? %P+2 . ! %P+.&%+%* !&%-+!6%** .i.&^E* #&@R-Q!*2! !&,0g*2! !& 0g*(!&%*~c%#%b%5 !0%/!M(1&^:* %&5H(1 !,#}& !,#R- %u(1&}_:** #&?g(1&x:* #(1&x&! ) !,#z %&! %&5HP&e%=- #&)3-A)s}SP:*&}^&I&! )&!EWP ){/( (}q&!r}PP/#M(1#1 %&5H(1 !,#z %&e%=- )T)s&!+#6%* !,#}& !,#R-+. !,#z+!&!+#&!+%)1 % .H(1 %&e%= !- )T)s %&%-+%6%**** #*n! !0%/!M(1&^:* %&%g(5&x. !&!F#}/ ! %&%o}7!}6&!**}=%%5 ! %09/)M(1 !0#:*#5 #&5H(1&I # ),#}&}C9%}%* )&!F#}/ ),#z %&e%=- #F#@%&!**}8! !0%/!M(1&^:* %&5o(1 !0j&!:* !,#R %u(5&}_. ! %0}? !&!F#}/&!**9!&!&}] !&!0JP*}~%%#5 ! %08/(M(1 !0#:* #&8g(1&x:* (,#2 )u(1&b:*&!+!&~/N%,#!+. ( % #0z/%M(1&q:* #&#3&(K (-,#!+# (,#2+()1 ! #H(1 !&#3 .- ) !&#}[ (=-&(3 !&)K&#3; %-f#![#! !&%-+!6%**&!*~(%%)5 ! %08/)M(1 !0#:* ),#2 ),#6,#R0Q/!0}A(1 ),#z+(&~/N%,#!/#&!&@%t*! # %&e%= (-/%A) T)! # %A),T)2 # %A)RT)0 # %A)0T)R # %n!}c%iT)  #&@%- %,#2 ),#2 ),#6,#RJ!!&)3tB!!.&}]+!*
 !*~P%%45 !&!08/%M(1 !0#:* %,#( %,#2 %,#Q=-&(-0}A(5&!+!&~/N%,#!+) %,#[/.,#0 %o(1 %,#}/+( %,#,+4 %n!s+#* )d!p)R ) (iT)2 ) #&! (PiT)0 ) 4&! (PiT)! )& -+# ( %,#2=+%)1 ! %H(1 # .,#6 !&#3-f#!|T)! !&%-+! #&2-+#6%** # )U&)}Z.&}]**+! !0%/!(I !,#2 !,#( !,#!-=i.&^E**N%%.5 !0%/!(1#1 % !,#Qg9! !,#[,#(+# !,#(/)&:-&VK/. )o9!&!+!&~/N%,#!+( )&#3+4)1 ! %H(1 ! )=&#3 (- ! .=&#3 #- 4tB!! !&%-+!6%** (+#** #*l! !0%/!(5 !,#[,#(.&!**p%%5 ! %08/)M(1 !0#E:* #&?u(I ),#z %&e%=- #&)3-A)s.&xE**B!&}nN%}.)!~5*B!&eN%,#!i*}@%(5&@N%,#!+#&}jN%+!)1 !,#!/!(1 % ! #-/!,#!/) % )gP+% !&2-+!6%** %&0U&! %Pi*]!&}cN%,#!&eN%,#!Ui*~O2)05)I%b}*!&@#U/4Q!&xE+l )&#g .&%g;M(1#1 )&#3&~L}a%-,#!/:M9! .&%o(1 :n!!&%KM9%* :n!%&%o(1&IE+l (&!EaM9% ({/}# }#}q&!r}P9%* !0%/!M(1&^E+l6%* !,#R %u(1&}_E+l6%*&bE+l !,#Q/) #&%Uu9!&~2N%}6#! #~, !,#(/2&:-&VK~, !,#!/B&:-&VK/?~,I^}H9! ! )&!0H&~6N%,#!g9!&!+)&~/N%,#!/8 # ?=&#3-+? # B=&#3 8- 2 # ?0}# 8 !,#! # 80}# !,#2+9&iN%,#!+B&~/N%,#!+2 ? !,#(/X #02 ! %0B 2 !,#!/* #02,#! !,#2 2 *&:-&VK/8 # #&:-&~lOOO)K&#3 B-/
*0}* # 9=&:-&~lOOO)K&#3 *-+9 X&:-&VK+X)1 # )H(1 )&#3 B- ) 8=&#3 2- 80(/}#[#! )&%-+)&}^E+l }# }#}q&!r}O9%6#** # !,#2=+8&!+))1 ) 8H(1 )&#3+0&}^E+l )&%-+) * 0-f#!/}# }#}q&!r}O9%6#**&%+0 #&%o(1#1 .&%o !n!}5&%H;9! :n!2&%KM9! ! %0}!&!H+0**&!+8)1 # 8H(1 8 X=+J ! %0B 8 !,#2/6=&#3 *-+c 8 !,#!&:-&VK=+Y !A)0{+}#&!+))1 ) 6H(1 )&#3/}  4- c } -f#! }#}r[#! )&%-+)6%**,#( 6 4 Y&#3 2-&! !n!}5P !,#(&:-&VK J&#3/) 9-/60: 4 !,#6n!(}7!! 4 8&#3 B-f#!|T)2 6 ) ?-/) !,#(/6&:-&VK/J ( 4 :,#(J} !+l 8&%-+8 .&%o(I 6i+}! 4n!!M(1 )&%E }!w J )0}2* l }!w. l* RZ+R6%** R #iw+l !,#2&#H 0;M(1 !,#6n!(M(1 ?&% ? X 400 4f#!|j!!!!!!~]yS+l** 4 ?F#Y 4 *F#0 4 BF#6 4 2F#2 4&%}7!( 4 #F#! ! % 4 # X=&#3 9-0};(1 !,#[,#( 9 4,#! !,#(&:-&~lOOO)K=&#3tB!! ! % 4,#! 2 4,#00}= !&!}7!s.&}^E+l*** 4&@#-Q! l*l! !0%/!(5 !,#[,#!.&!**Q%%5 ! %08/#(5 #,#z %&e%=-n!}c%. !0#**~,%%)5 !(1 !&0}[ !&OO)K&!H-1!&5o(1&}]:**y!&03&@}b%U+!#1&@N%,#!/%(1&}cN%,#!/# !o9%. !&@%}?9%&@N%&@}b%F#!&~/}b%d%p)!&~:!+#&@}b%+%*&}cN% !F#! ! %-/)&6U ! #U/!F#! )&0U&%F#! % #-&0U !0}(*0}%
}%&!*l! !0%/!(5 !,#[,#2.&!**L%)5&^+# !&OO:K/%&}zN%,#!}?(1#1&}vN%,#! %&)3-/%}1%( !&]}[H9! %n!4/)M9! %,#! )&#3&~l}a%-,#!,#!J.! !0}:&!+#** #*Q%%5 ! %09/#(I #,#z %&e%=-A),. !0#E**k##?5#b )&%g(1&x:* !0%/(M(1&^:* (,#R %u(1&}_:* (,#Q #&%Uu(1&b:*&!+! ) (,#[,#! (,#! #0}@+8&iN%,#!+2 ( %0B+. (,#2+? 8 (,#!/) #02 .,#! ? 8 )&:-&VK # 20}* # ?=/4&#3 2-+) (A)0{+X#1)1 ! 4o9% !&#3/B 2-f#!/9 9}q&!r}O(1 ) B- 9 X}r[#! !&%-+!6%**&}^:* (,#(&:-&VK/B&! 8&! (n!}5P/4P+* .,#(+6 (,#[,#(+. #+!)1 !(1 6 ? ) 4 B .0: !&%U+! B&#3 .-+. *&#3 4-+4 ?&#3 )-+)6%** ( % # 8 20}=&!*(!&!*~C%#%I85 ! %09/)M(1 !0#E:* ) %0B/!,#(+4 !,#!+8 ),#2+(&!+!&%+.)1 ! (H(1 ),#(&:-&VK+2 ),#!&:-&VK+?&!+%)1 % .H(1 # 8 ( ! % ?0}- 4 ( ! % 20}-S/# # #Z ! %oPZ+# %&%-+%6%** .&%-+. !&%-+!6%**&!E # #&!EWP}} )A)0}wS*}G%#I&xE+# !&(u(1#1 !&#3&~6}a%-,#!/!M9!&bE+# %&%U&OO!g9! !A)0 %iw/# !A)2/) # )WP+#** #*~)8)45%b)^}*!&~L!U/*Q!&b+9 !&%U&OO!g %&%U&OO!g; #&%U&yg;M(1#1 ){/J J}q&!r}P(1&}^+96%*&}^&I&! (&!EW/:P ({/J J}q/J&!r}PP+9 J&!r}P :;9!&x+9 .&(g 8&%g;9! .&#3&~6}a
%-,#!/.M9! ! %H(1&b+9 89%*&I+9 2&}a U&@_}? 2 ?}?; B&}a2U&@}]}?;9! * )T)}= * .F#j * #F#1 * %F#z * !F#[&}]+90}%M9! * *}.)}=p)0 * *7!)[7*)! * 8}7!s * BF#}/ * 4F#  * (T)R * 2F#Q * ?F#, *0)+# ?~, 2~,I/] *0} ~,^d)}e+c B *,#2 *,#!&:-&VK- *,#(&%3&})-&_K-=&%-&^K&#3/X~, ] #~,^d#}e/Y c ]de%^IIId~X!I0c/#M9! X Y~% #-/: c~%-/6-/. *7!)[7*)! . BF#Q . ?F#}& . 2F#R&!+2 .&!F#1 .&%}8!}6 . 8}7!}5 . 4F#  . *}.)}=p)0 . .&~D!-/4F#z . ]~%/8&e%= 4-/4F#[ 6&! Xt*! 4 6F#! 4&!F#0 4 B *,#!&:-&VK/?=&#3 6-/6F#( 4 6 B *,#(&:-&VK/X=&#3/0-/6F#2 4 6 0-F#6 *,#2/4 X=+6 4 ?=+?)1 8 2g(1 .,#z 2&e%=-/4&5F#@% 4&!F#6 4 :F#2 4 ?&#3 #-/XF#( 4 #F#!&s+#)1 #&@%H(1 # 4-d!p)! #&2-+#6%** 4d~5}v~=}o~j~0~ZS}:p)_ 4d~*}l~V~D~i~u7~syp)}L 4d~I}w~1k~H}w~1~ryp)}D 4d@@@@@@@~typ)}= 4 (T)s 2&%-+2 6&#3 X-+# *0} &)3 :-+:6%** .0j&% .0y/#(1 B %&:-&~lO)K !&:-&~lO)K-= *&[- B&~:!0H0J(1 #+96#. #0}:** .0M** *&~L!-Q! 9*}1%%5&~/N%,#!/%M(1&}]:*&~2N%,#! !}?(5&b.&!&}^ % !0dP**}d)(.5)}_%b%I ! %09/)M(1 !0#:* ),#z %&e%=-A)}]&!EC(1 ),#! ),#(H(1&b:** #{/* *}q&!r}P(1&
}^:*&q+! ),#}/&%o(1#1 % ),#,H9! ) ),#[/(,#0H9!&iN%,#!+4&~/N%,#!+. (,#! ),#!/!&%02 ),#[,#!/8 !&:-&VK/(0(/*};2~bz})}Q(I&!+!)1 ! (}?(1 ? !&#3 8-7!(!/B7D/? ?7~n%7~l%+? 2 B 2792?B*69X:!%#)!%#)7D/2 27~n%7~l%+2 !&(-+!6%** 27+! 27+%Z ?7+! ?7+%ZZ. *|*+6 ),#[,#! 6}}/6&!E}S(I&#E&#E # #&#EaP/#}x #&^EWP 6w.&!E* ( .0}2 ) %&% . 40o+!** !*Q%%5 ! %09/#(I #,#z %&e%=-A) . !0#E**}O! )&%g(1&x:* !0%/!M(1&^:* !,#R %u(1&}_:* !,#Q #&%Uu(5&b. ! % # ) !,#[,#2 !,#( #0}@&iN%,#!0o**9! ! !=&#3&#;*(!&!*4! !0M*}2#%5%I}*!& U/#Q! #&(- %,#2 !,#204,#( %,#20] #& -Q!*}7##5%I}*!&Z(U/)Q! )&}c(- %,#2 !,#204/( ! %0Y ( # )0[ )&Z(-Q!*k#)65(b)I}*!&0U/4Q! )&!F#Y %,#2+8 %A)0+Y ),#!/(A)R+}  (A)! #,#!+( %,#( 4&!7:7*)!&:-&VK+2{ (~1}s/J } {}r Y{/]}r+c#5#1)1#1 #,#! .u9# #,#0 !,#( 8 #,#Y . 2=&#3- 2 . 8=/B&#3/? ),#6-/*0+/0 0}q&!r}P9! ?-+? ),#2+6 ),#(+9&!+()1 ( 8H(1 ( B-&#3/X 9- c (&#3/: ?-f#!}r[#! 6 X- J * :-f#! ]}r}r[#! (&%-+(6%** 4 ),#( ),#2 . 8 #,#6 .&#3-f#! 00/ .&%-+.9%**&!6%* ! % # 4A)! 4A)2 )0&* 4&0-Q!*~]9)956I)b}*!&Z6U/4Q! ) #n!(}7!
}?#5 #,#!/.&%H(5 %,#!&:-&VK+8 ),#0+2 ),#(+? #,#2+*)1 ( .H(1 c ( 8=&#3 *- 80(|Z+c (&%-+(6%**&!+( 4&@2- . 80m+B)1 ( .H(1 (&#3 ?-&5r&%r B0 &!r}QP[#! (&%-+(6%** 8&#3+6&!+B&%E+] )#I)1#1&!E+J&!+( B&)o9!)1 ( .H(1 J (&#3 ?-f#!|/J JSZ+J (&%-+(6%** 2&! 6t*! 2&% ? * 8 .06&%E 2 80(| c JSw/]&!EaM ] ]}~&!E}S;9#}% 2 8&%E c J ]SS}}w{0R 2&% * 8 . ?0}* B&%-+B6%**&%E .iw/J ] J ]aP/J&%E J&%EWP*T)1&!+8 ),#0&! %0)&#3t*! %,#(&:-&VK+2 %,#2+. ),#0+? %A)0{+}(&!E+]&!E+c&!E+J#1)1 #,#!/( 8u9% #,#0 . 8=/9&#3-+* !,#( . #,#Y 8 2=&#3- 2 ),#60++}) ),#2+B ),#6+X ),#(+6&!+()1 ( .H(1 ( 9-&#3/: 6- (&#3/0 *-f#! }(}r[#! B :- X 0-f#! }(}r[#! (&%-+(6%** 4&!7:7*)@2 4&@2- 6 B 8 . #,#6 8&#3-f#!/m })0/(1 4A)@2+}  4A)e2+l %,#6,#s/((1 Y ! % * (J?!Z+Y* ] })|Z+] c m|Z+c J }  l }  laPZ+J 8&%-+86%**&!6#*&! Jj!!!~]OO~kHWM ]j!!!~]OO~kHWM;9%}% %,#2 %,#!&:-&~lOOO)K=&#3 ?- . ),#( #,#Y 2 (06 ? . ),#2 #,#2 %,#!&:-&VK #,#!06 4 JT)Z2 4 ]T)}v2 4 YT)}n2 4 cT)e2 4 (iT)@2 ! % 4&@2- ),#0 ) %,#6,# J0!. %,#2+? )&!F#Y&! !,#( ? #,#Y %,#(&:-&VK ),#60+/}( 
}(}q&!r}P9%}% ) }(|/lT)[ ) #,#6f#!/})|/cT)s })&!r}RM }(&!r}RM %A)0&!EC;;(1 ),#(+. ),#2+2)1 ( ?H(1 (&#3/8 2-&!F#! . 8-&!F#! (&%-+(6%** )&!}7!}?. #,#0+( 4&}c6- %,#2 !,#204/.,#!+8 ),#!A)!+] . ! %0Y . ( 4&@2-0[+Y . .,#! .,#( %A)0 c l0}80}3 ),#6+2&!+()1 ( 8H(1 (&)3 4- (&#3 2-f#!|T)! (&%-+(6%** .,#0 8 4 4&@(-/(0P 4 ( 80}&+}  .,#2+.&!+()1 ( 8H(1 J 4&@(-/2 (&)3-A)! ( 8=&)3 .- 2 80}&SZ+J (&%-+(6%** }  Jw&%E J } aP/}% ] Y cZ %A)0/}!Sw/RS+P ),#!A)R RS+}&&!+(&!E+J)1 ( 8H(1 }& (&)3/. 4&@2--/2A)!S+] 2 ]T)! P . 4&@(--/.A)!S+}# . }#T)! J ] }#SZ+J (&%-+(6%**&%E+] }! cS JS}w/J Y }!j!!!!!!~]yS RS/YS}w/}! }  }%S Y cSS lw}w/cZa(1 }! J c}~w+]* ),#2+2 ),#(+.&!+()1 ( 8H(1 (&#3/* .- (&)3/B 4&@2--A)!{[#! 2 *- ] B 4&@(--A)!S{[#! (&%-+(6%*** 4&!7:7*)@2&! 4&@2- . 2&! ? #,#6f#! }(0/M9%}% ! % # 4A)@2 4A)e2 )0&** 4&Z6-Q!*}k##85%I}*!& U/.Q! .&(- !,#2 %04/%,#YA)!j!!!!!!1};0*(1#1 %,#RA)!/?&#E0*M9! %,#2+) %,#(+( %,#!/# #=+4&!+!)1 ! 4H(1 !&)3/2 (-A)!}wjb~?}r}+~,}?r}HWM9# !&%-+! ) 2-A)!}wjb~?}r}+~,}?r}HW9%6#**&%+8 ?&!E}S9!
 #&%-+# %,#0+) %,#6+%&!+!)1 ! 4}C/89% !&)3/( %-A)!&!EaM9% ! #-+! ) (-A)!&!Ea9!*** .& -Q! 8*}C%#5&!+()1 # (g(1 (&#3/. %-/4 ! .-7!(! 47!(!7~b%7*(! (&(-+(6%** % #0(|j!!!!!!~]yS*m! ! % # )0F ! % #A)  #n!}=0}/&%r*{4((I25)b)}_}*!& U/6Q! #,#Y(1#1 #A)R{7c+Y)1&%+*&%E+(&!+?&!+2#1#1 9&%UX#!)%* %,#2 %,#!&:-&VK=+2 #,#!A)R+(&(+?* 2&#3/2 #,#Y-+X 2 !,#!-+: %,#2 % ?-,#!&:-&VK=+B ({7c+} &!+?)1 ? B}?(1 ?&#3/* :-/27!(!+c 2 c }  c&!7:7k% Y * X-7!(!7k%7h%7k%7~b%7*(! ?&(-+?6%** 9&%-+96!*!*. #n!}? ! % # )0F&%}Y+** ! % #A)  #n!}=0}/ 6&(- %,#2 !,#204/B,#Y/2 2A)!&%EZT)! B,#R *&%K/2iT)! 2(1 B ! %0Y. B,#( %,#2 #,#2 ),#0 #A)s0}9 B,#2 %,#2 #,#( #,#6 #A)[0}9* %,#2+2 %,#6/),#}5/#(I ! % #J4!. !,#! 2 %,#!&:-&VK=0(|*+4 2i&)Ew/8&(ES+.&%E+()1 . ( 4 (SSW(1 (j!!!!!!~]yS+(6%** 8j!!!!!!~/yS+8 (+.#1)1 4&!EaM9% 8 . 4 .SSa(1 . .Z+.6%** .+(*&%r+J (&%E}S(1#1&%E (w/4 ( ( 4WP/8 !A)0S/.j!!!~]OO~kHWM(1 ! %0X 8 !A)0S+.* 8j!!!~]OO~kHWM .j!!!~]OO~kHWM;9! 4{+] ({+0 ),#1/#(1 ! % 0 ] #JA!M9%* !,#! %,#2 %,#!&:-&VK= 00R !,#( %,#2 %,#(&:-&VK= ]
0R ! 8 !A)0ST)0 ),#z/#(1 ! % ( 4 #Jl!* 0+J** 6& -Q! J*~P.).5BI%b}*!& U/8Q! %0)+2 ( )F#Y (&!}7!}= (d!p), ( #A)2T)s ( #A)RT)[ (,#!+. ) %0)0(/Y Y}q&!r}O(1#1 (&5E #A)!/:wT)R .A)!+X .A)R+B (d!p)R !A)0+6 #A)  %A)0&!E}S(1 #A)2&!Ea(I #A)R&!Ea(I 8&(- %,#2 !,#204/. ! %0Y .0}4 . .,#! .,#( %A)0 #A)2 #A)R0}80}3 .,#0 %,#2 (,#0 %0)&#3-/40}7 4 ) %,#2 %,#!&:-&VK (,#00}0 .,#6 %,#2 40}7 4 ) %,#2/. %,#!&:-&~lOOO)K=&#3/4- . %,#(&:-&VK 4 (,#0-0}0 (,#!A)!+9 (A)1+J %A)0+* #A)0+] #A)2+c ( (,#0/#F#Y ( 9}x J * *SS c ]ZSwT)R # 20(/Y Y}q&!r}P9) (A)R.&!E*.&!E*+9* 6 X B&%E B&%EaPS/B&!ES/*S 9}w/X (,#Y 20n|S (,#!A)R/9&%E 9&%EaPSZ/9j!!!~]OO~kHWM9! :w 6&!ESZ/6 * * 6WP/6 B (A),/* X * XaP/* B *aP/B B 6WPj!!!~]OO~kHWM9! ( 9j}.}P}m~=~q,~lyS/B !A)0Zj!!! !!~lyS/6T) &%+? 6j!!!~]OO~kHL9! ! %0X ( !A)0 BZj!!! !!~lyS/BT)  Bj!!!~]OO~kHL+?** 8& -Q! ?*}6%%5}*!& U/#Q! #&(- %,#2 !,#204,#Rd@@@@@@@~typ)! #& -Q!*~=%#85#I}*!& U/.Q! .&(- %,#2 !,#204/!,#0+4 !,#6+8 !,#2+2 !,#(+? !,#!/! !=+B ) )S+* # #S+6&!+%)1 % BH(1 %&)3/! ?-/( 6 (A)!ST)! ! 
2-/( * (A)!ST)! ! 8-/( (A)! #ST)! ! 4-/! !A)! )ST)! %&%-+%6%** .& -Q!**~=%2!&@@%*}6}6}6}6F%}6FFFF%  }6[p!!!!!!!!}_Y~-H~^}^}ry}_Y~-H~^}^Y1%!!!#!!!!!!!)!&h@%*%%!&~j@%*}!~]y!!!~]OO~kH(!!!.!!!4!!!8!&}n}a%*92!!!?!!!B!!!*!&~&}a%*l6!!!!!!!%!!!9!!!%!!!01!&~H}a%*4_1!!~/1!&~X}a%*%%!&~d}a%*]X!!!:!!!!!!!~d1!!~h1`},e=Array.from({length:95},(t,e)=>String.fromCharCode(32+e)).filter(t=>!"\"'`$\\<>".includes(t)).join(""),r=e.length-2,s=e.charCodeAt(r-1),o={LORA_E_HANDLE:-2,LORA_E_SHAPE:-3,
LORA_E_RANGE:-4,LORA_E_SCOPE:-5,LORA_E_NONFINITE:-6,LORA_E_STATE:-7,LORA_E_MEMORY:-8,LORA_E_OPTION:-9,LORA_E_TYPE:-10,LORA_E_INIT:-11,LORA_E_MODULE:-12,LORA_E_SIMD:-13,LORA_E_FILE:-14,LORA_E_STORAGE:-15},i=4294967295,n="; the full edition, 'microlora', has more",a=/* @__PURE__ */new Map([["mse",0]]),h={dim:void 0,in:void 0,out:void 0,rank:2,alpha:1,optimizer:"preconditioned",learningRate:void 0,seed:1,batch:1,sharedIO:!1,engine:void 0
},c=/* @__PURE__ */new Map([["sgd",0],["preconditioned",4]]),u=/* @__PURE__ */Symbol.for("microlora.error"),LoraError=class t extends Error{static[Symbol.hasInstance](e){return this===t?!0===Object(e)[u]:super[Symbol.hasInstance](e)}get[u](){return!0}constructor(t,e,r){super(e,void 0===r?{}:{cause:r})
this.name="LoraError"
this.code=t}}
function d(t,e,r){throw new LoraError(t,e,r)}var l={LORA_E_HANDLE:"this object was freed",LORA_E_NONFINITE:"a number here is NaN, infinite or too large, or a weight would become so (a lower learningRate helps); nothing was changed",LORA_E_STATE:"call forward (of this scope) first, and again after reset, setWeights, step or, with sharedIO, a forward of another adapter; step() needs accumulate() before it",LORA_E_SHAPE:"this needs in equal to out",LORA_E_OPTION:`this edition lacks it${n}`}
function m(t,e){const r=Object.keys(o),[s]=r.filter(e=>o[e]===t)
d(s,`${e}: ${l[s]??s}`)}var p=t=>t.length>80?`${t.slice(0,79)}…`:t,f=t=>p(JSON.stringify(t))
function g(t,e){let r=Array.from({length:e.length+1},(t,e)=>e)
for(let s=1;s<=t.length;s++){const o=[s]
for(let i=1;i<=e.length;i++){const n=r[i-1]+Number(t[s-1]!==e[i-1])
o.push(Math.min(n,r[i]+1,o[i-1]+1))}r=o}return r[e.length]}function _(t,e){if("string"!=typeof t||t.length>80)return""
const r=t.toLowerCase()
let s="",o=Math.floor(r.length/3)+1
for(const t of e){const e=g(r,t.toLowerCase())
e<o&&([s,o]=[t,e])}return s&&` (did you mean ${p(s)}?)`}var y=t=>Object.prototype.toString.call(t).slice(8,-1),b=t=>"string"==typeof t?f(t):p(Object(t)===t?y(t):String(t)),w=(t,e,r,s="LORA_E_TYPE")=>d(s,`${t} must be ${e}, got ${b(r)}`)
function A(t,e,r){const s=v(t,e)
s!==r&&d("LORA_E_SHAPE",`${t} must have ${r} numbers, got ${s}`)}function O(t,e,r,s){const o=v(t,e),i=o/r;(!Number.isInteger(i)||i<1||i>s)&&d("LORA_E_SHAPE",`${t} must have 1 to ${s} rows of ${r} numbers ({ batch: ${s} } when it was created), got ${o} numbers`)
return i}function v(t,e){ArrayBuffer.isView(e)&&(e instanceof Float32Array||"Float32Array"===y(e))||w(t,"a Float32Array",e)
return e.length}function E(t,e){"number"!=typeof e&&w(t,"a number",e)
Number.isFinite(Math.fround(e))||d("LORA_E_NONFINITE",`${t} must be finite as a 32-bit float, got ${e}`)
return e}function R(t,e,r,s,o="LORA_E_RANGE"){"number"!=typeof e&&w(t,"a number",e);(!Number.isInteger(e)||e<r||e>s)&&d(o,`${t} must be a whole number from ${r} to ${s}, got ${e}`)
return e}function L(t,e){const r=E(t,e)
r<0&&d("LORA_E_RANGE",`${t} must not be negative, got ${r}`)
return r}function I(t,e,r){const s=r.indexOf(e)
s<0&&d("LORA_E_OPTION",`${t} must be one of ${r.join(", ")}, got ${b(e)}`+_(e,r)+n)
return s}function S(t,e,r){const s=[...r.keys()]
return r.get(s[I(t,e,s)])}function j(t,e){"boolean"!=typeof e&&w(t,"true or false",e)
return e}function $(t){if(Object(t)!==t)return!1
const e=Object.getPrototypeOf(t)
return null===e||null===Object.getPrototypeOf(e)}function N(t,e,r){$(e)||w(`${t}: the argument`,"an object of options",e)
const s={...r}
for(const[o,i]of Object.entries(e)){Object.hasOwn(r,o)||d("LORA_E_OPTION",`${t} has no option ${p(o)}${_(o,Object.keys(r))}; it has `+Object.keys(r).join(", ")+n)
void 0!==i&&(s[o]=i)}return s}var k,M=/* @__PURE__ */Symbol.for("microlora 0.1.0"),F=globalThis
function P(t){const e=t?.[M]
"function"==typeof e&&e()
const r=k
k=void 0
return r}var x=class{#t
constructor(t){this.#t=t
Object.defineProperty(this,M,{value:e=>{void 0===e?k=t:e(t)},configurable:!0})}static inside(t){return"object"==typeof t&&null!==t&&#t in t?t.#t:P(t)??w("this","an object of microlora: call a method as object.method()",t)}get[Symbol.toStringTag](){return P(this)?.h??"Object"}toJSON(){return B(this).l()}[/* @__PURE__ */Symbol.for("nodejs.util.inspect.custom")](t,e,r){const s=P(this)
return void 0===s||t<0?`[${this[Symbol.toStringTag]}]`:`${s.h} ${r(s.l(),e)}`}}
function C(t){for(const e of Object.keys(t))Object.defineProperty(t,e,{writable:!1})}var{inside:B}=x,T=Symbol.dispose??/* @__PURE__ */Symbol.for("Symbol.dispose"),z=class extends x{constructor(t){super(t)
const e=Symbol.dispose
void 0===e||e in this||Object.defineProperty(this,e,{value:this[T],configurable:!0})}free(){B(this).u()}[T](){this.free()}},W=[1,2,3,4,5],D=[[1,0,2,0,-1],[0,1,0,-2,1]],H=[[1,2,0,0,4],[0,2,4,0,-2]],J=[1,0,-1,2,.5],U=[2,3,1,4,10],G=[-3.8984375,16.75,65.3359375,12.828125,-63.41796875],q=/* @__PURE__ */new Map
function Y(t,e){q.set(t,e)
return t}var Q,V,K=4293918720,Z="this is not the microlora.wasm of this release: take the one beside this script",X=(t=16777216)=>R("memory (bytes)",t,131072,K),tt=class{h="Engine"
ia=q
g=new Float32Array(0)
D="function"==typeof FinalizationRegistry?new FinalizationRegistry(t=>this.b.lora_free(t)):void 0
constructor(t){const e=t.exports
5!==e.lora_version?.()&&d("LORA_E_MODULE",Z)
this.E=e.memory
this.b={...e}
this.F=1===this.b.lora_simd()}l(){return{simd:this.F,memoryUsage:this.v()}}v(){return{used:this.b.lora_memory_used(),free:this.b.lora_memory_free(),largestFree:this.b.lora_memory_largest_free()}}o(t,e){return new Float32Array(this.E.buffer,t>>>0,e)}G(t){this.b.lora_grow(t)<0&&d("LORA_E_MEMORY",`the system gives no ${t} bytes more`)
this.w()}w(){const t=this.b
this.g=this.o(t.lora_transfer(),t.lora_transfer_size())}},et=B,Engine=class extends x{constructor(t,e){const r=new tt(t)
r.G(e)
super(r)
this.simd=r.F
C(this)}get memory(){return et(this).E}get memoryUsage(){return et(this).v()}grow(t){et(this).G(R("grow: bytes",t,1,K))}},rt=t=>function(t){const{b:e,g:r}=t,s=e.lora_create(5,5,D.length,.5,.25,0,0,1,1,0,1),o=o=>{r.set(W)
e.lora_forward(s,0,1,1)
const i=t.o(e.lora_output(s),5)
return o.every((t,e)=>t===i[e])};[D,H].forEach((t,o)=>t.forEach((t,i)=>{r.set(t)
e.lora_write_row(s,0,o,i)}))
const i=o(U)
r.set(J)
e.lora_adapt(s,0,1,1)
const n=o(G)
e.lora_free(s)
return i&&n}(et(t)),st="no working SIMD here: import from 'microlora/scalar', or give init({ module }) its wasm",ot=t=>"WebAssembly.Module"===y(t)
function it(t){const e=N("init",void 0===t||$(t)?t??{}:{module:t},{module:void 0,module_or_path:void 0,memory:void 0,simd:void 0})
void 0!==e.module&&void 0!==e.module_or_path&&d("LORA_E_OPTION","give module or module_or_path, not both")
return{module:e.module??e.module_or_path,memory:void 0===e.memory?void 0:X(e.memory),simd:void 0===e.simd?void 0:j("simd",e.simd)}}function nt(){"object"!=typeof WebAssembly&&d("LORA_E_MODULE","no WebAssembly here: off (lockdown mode, --jitless) or missing")}function at(t,{module:e},r){if(t instanceof LoraError)throw t
t instanceof ReferenceError&&d("LORA_E_MODULE",`this place lacks what microlora needs: ${t.message}`,t)
t instanceof RangeError&&d("LORA_E_MEMORY",`no room for one more engine (${t.message}): share one`,t)
const s=void 0!==e&&void 0===r?"is the address right, and allowed (CSP connect-src)? Bytes work too":void 0===r||ot(r)||WebAssembly.validate(r)?/Compile|Eval/.test(t?.name)?"a CSP needs script-src 'wasm-unsafe-eval', an edge worker its own entry or init({ module })":Z:"no wasm, cut short, or SIMD that is missing here: take microlora.scalar.wasm"
d("LORA_E_MODULE",`the module was refused (${t?.message??t}): ${s}`,t)}function ht(t){if(ot(t)||(t=>ArrayBuffer.isView(t)||"ArrayBuffer"===y(t))(t))return t
d("LORA_E_MODULE",`module must be a WebAssembly.Module or bytes (for init also a URL, Request, Response or promise), got ${y(t)}`)}async function ct(t){const e=await WebAssembly.instantiate(t,{})
return e.instance??e}function ut(t){const e=ot(t)?t:new WebAssembly.Module(t)
return new WebAssembly.Instance(e,{})}function dt(o){if(void 0!==o.simd&&!0!==o.simd)return
const i=function({frequent:t,text:o}){const i=new Uint8Array(128*(e.length-r+1)),n=e.length;(t=>[.../* @__PURE__ */new Set([...t,...Array.from({length:256},(t,e)=>e)])])(t).forEach((t,s)=>{const o=s<r?s:s-r,a=s<r?0:1+Math.floor(o/n)
i[128*a+e.charCodeAt(o%n)]=t})
const a=new Uint8Array(o.length)
let h=0
for(let t=0;t<o.length;t++){let e=o.charCodeAt(t)
if(10!==e){e>s&&(e=128*(e-s)+o.charCodeAt(++t))
a[h++]=i[e]}}return a.slice(0,h)}(t)
return ot(i)||WebAssembly.validate(i)?i:void 0}var lt=(t,e)=>new Engine(t,X(e.memory))
function mt(t,e){const r=lt(t,e)
rt(r)||d("LORA_E_SIMD","the module given computes wrongly here")
void 0!==e.simd&&e.simd!==r.simd&&d("LORA_E_SIMD",`the module given is the ${r.simd?"SIMD":"scalar"} build`)
return r}async function pt(t){nt()
let e
try{if(void 0!==t.module){e=await async function(t){let e=await t;/^(String|URL|Request)$/.test(y(e))&&(e=await fetch(e))
if("Response"===y(e)){const{ok:t,url:r,status:s,headers:o}=e
e=await e.arrayBuffer()
t&&0===new Uint8Array(e)[0]||d("LORA_E_MODULE",`${r} answered ${s} ${o.get("Content-Type")}, no wasm: put the file there`)}return ht(e)}(t.module)
return mt(await ct(e),t)}const r=dt(t)
if(void 0!==r){const e=lt(await ct(r),t)
if(rt(e))return e}!0===t.simd&&d("LORA_E_SIMD",st)
const s=await(async()=>(await(import("./small.scalar-wasm.js"))).wasm())().catch(t=>d("LORA_E_SIMD",st,t)),o=lt(await ct(s),t)
rt(o)||d("LORA_E_MODULE","WebAssembly computes wrongly here")
return o}catch(r){return at(r,t,e)}}function ft(t,e){const{used:r,free:s}=t.memoryUsage;(void 0!==e.memory&&e.memory>r+s||void 0!==e.simd&&e.simd!==t.simd)&&d("LORA_E_STATE","already initialised with other options; createEngine(options) makes another engine")
return t}function gt(t){void 0===Q&&function(t){Reflect.defineProperty(F,M,{value:t,configurable:!0})}(Q=t)
return Q}async function _t(t){const e=it(t)
if(void 0===Q){V??=pt(e).then(gt).finally(()=>V=void 0)
await V}return ft(Q,e)}function yt(t){const e=it(t)
return void 0!==Q?ft(Q,e):gt(function(t){nt()
let e
try{if(void 0!==t.module){e=ht(t.module)
return mt(ut(e),t)}const r=dt(t)
if(void 0!==r){const e=lt(ut(r),t)
if(rt(e))return e}return d("LORA_E_SIMD",st)}catch(r){return at(r,t,e)}}(e))}async function bt(t){return pt(it(t))}var wt=class{h
c
d=0
constructor(t,e){this.h=t
this.c=void 0!==(r=e)?function(t,e,r,s,o){const i=P(r)
if(i instanceof s)return i
void 0===i&&void 0!==function(t){let e
const r=t?.[M]
"function"==typeof r&&r(t=>e=t)
return e}(r)&&d("LORA_E_OPTION",`${t} belongs to another copy of microlora: two are loaded here; import one of them only, or give load the engine`)
return w(t,"one of init or createEngine",r,o)}("engine",0,r,tt,"LORA_E_OPTION"):B(Q??d("LORA_E_INIT","call `await init()` (or initSync()) first"))
var r}H(t,...e){this.d=function(t,e,...r){const s=t.b[e](...r)
s===o.LORA_E_MEMORY&&d("LORA_E_MEMORY",`the arena is full: this needs ${t.b.lora_memory_wanted()} bytes in one piece, and ${t.v().largestFree} are free; free() other objects, call engine.grow(bytes), or start with init({ memory: bytes })`)
s<0&&m(s,e)
t.w()
return s}(this.c,t,...e)
this.c.D?.register(this,this.d,this)}a(t,...e){const r=this.c.b[`lora_${t}`](this.d,...e)
return r<-1?m(r,t):r}j(){0===this.d&&m(o.LORA_E_HANDLE,"after free()")}u(){if(0!==this.d){this.c.D?.unregister(this)
this.a("free")
this.d=0}}l(){return{...this.k(),...0===this.d?{freed:!0}:this.p()}}k(){return{}}p(){return{}}},At=["A","B"],Ot=(t,e)=>R(t,e,1,16384,"LORA_E_SHAPE"),vt=class extends wt{constructor(t,e,r,s){super(t,e.engine)
this._=e.engine
this.$=r
this.m=r+s
const{dim:o}=e;[e.in,e.out].filter(t=>void 0!==t).length!==(void 0===o?2:0)&&d("LORA_E_OPTION","give either dim (the length of the vectors), or in and out")
const n=void 0===o?Ot("in",e.in):Ot("dim",o),a=void 0===o?Ot("out",e.out):n,h=R("rank",e.rank,1,64,"LORA_E_SHAPE"),u=E("alpha",e.alpha),l=R("batch",e.batch,1,1024),m=S("optimizer",e.optimizer,c),p=e.optimizer,f=R("seed",e.seed,0,2**32-1),g=j("sharedIO",e.sharedIO),_=void 0!==o
this.H("lora_create",n,a,h,u,void 0===e.learningRate?this.c.b.lora_default_rate(m,n):L("learningRate",e.learningRate),m,f,(_?1:0)+(g?2:0),r,s,l)
this.dim=n
this.in=n
this.out=a
this.rank=h
this.alpha=u
this.batch=l
this.seed=f
this.sharedIO=g
this.residual=_
this.optimizer=p
try{this.q(i,{})}catch(t){this.u()
throw t}}f(t){return t}n(t,e,...r){return this.a(t,this.f(e),...r)}k(){const{rank:t,alpha:e,optimizer:r,batch:s,seed:o,sharedIO:i}=this
return{...this.residual?{dim:this.in}:{in:this.in,out:this.out},rank:t,alpha:e,optimizer:r,batch:s,seed:o,sharedIO:i}}get x(){return this.a("option",0,0)}q(t,e){for(const[r,s,i]of function(t){const{learningRate:e}=N("options",t,{learningRate:void 0})
return void 0===e?[]:[["learningRate",0,L("learningRate",e)]]}(e)){const e=this.c.b.lora_set_option(this.d,t,s,i)
e===o.LORA_E_RANGE&&d("LORA_E_RANGE",`${r} is out of its range, got ${i}; see the types`)
e<0&&m(e,r)}}I(t){const e=this.f(t),[r,s]=At.map((t,r)=>{const s=0===r?this.in:this.out,o=new Float32Array(this.rank*s)
for(let t=0;t<this.rank;t++){this.a("read_row",e,r,t)
o.set(this.c.g.subarray(0,s),t*s)}return o})
return{A:r,B:s}}J(t,e){const r=this.f(t),{A:s,B:o}=N("setWeights",e,{A:void 0,B:void 0})
A("setWeights: A (rank, in)",s,this.rank*this.in)
A("setWeights: B (rank, out)",o,this.rank*this.out)
const{b:i,g:n}=this.c
for(const t of[!1,!0])[s,o].forEach((e,s)=>{const o=0===s?this.in:this.out
for(let a=0;a<this.rank;a++){n.set(e.subarray(a*o,(a+1)*o))
const h=t?i.lora_write_row(this.d,r,s,a):i.lora_check(o)
h<0&&m(h,"setWeights")}})}},Et=["sum","mean"],Rt={loss:"mse",delta:1,reduction:"sum"},Lt=class extends vt{input=new Float32Array(0)
output=this.input
gradient=this.input
inputs=[]
outputs=[]
gradients=[]
r=this.input
s=1
K(){this.j()
if(0===this.input.length){this.inputs=this.y("lora_input",this.in)
this.outputs=this.y("lora_output",this.out)
this.gradients=this.y("lora_gradient",this.out);[this.input,this.output,this.gradient]=[this.inputs[0],this.outputs[0],this.gradients[0]]}}y(t,e){const r=this.c,s=r.b[t](this.d)
return Object.freeze(Array.from({length:this.batch},(t,o)=>(t=>{return r.o(s+t*(o=e,16*Math.ceil(o/16))*4,e)
var o})(o)))}L(t,e,r){const s=this.f(t),o=this.c
let i=0
if(void 0!==e||void 0!==r){A("forward: x",e,this.in)
void 0!==r&&A("forward: out",r,this.out)
o.g.set(e)
i=1}const n=o.b.lora_forward(this.d,s,1,i)
n<0&&this.i(n,"forward",s)
if(void 0!==e){this.K()
if(void 0===r)return new Float32Array(this.output)
r.set(this.output)
return r}}M(t,e){const r=this.f(t),s=this.c
let o=0
if(void 0!==e){A("adapt: gradient",e,this.out)
s.g.set(e)
o=1}const i=s.b.lora_adapt(this.d,r,1,o)
i<0&&this.i(i,"adapt",r)}N(t,e=this.batch,r){const s=this.f(t),o=this.c,i="number"==typeof e,n=i?R("forwardBatch: the number of rows",e,1,this.batch,"LORA_E_SHAPE"):O("forwardBatch: X",e,this.in,this.batch)
void 0!==r&&A("forwardBatch: out",r,n*this.out)
i||o.g.set(e)
const a=o.b.lora_forward(this.d,s,n,i?0:1)
a<0&&this.i(a,"forwardBatch",s)
this.s=n
if(i&&void 0===r)return
const h=this.aa(n)
if(void 0===r)return new Float32Array(h)
r.set(h)
return r}aa(t){const e=this.c,r=e.b.lora_packed_output(this.d,t)>>>0,s=t*this.out
this.r.length===s&&this.r.byteOffset===r||(this.r=e.o(r,s))
return this.r}O(t,e){const r=this.f(t),s=this.c
let o=this.s
if(void 0!==e){o=O("adaptBatch: G",e,this.out,this.batch)
s.g.set(e)}const i=s.b.lora_adapt(this.d,r,o,void 0===e?0:1)
i<0&&this.i(i,"adaptBatch",r)}z(t,e,r,s,o){const i=this.f(t),n=this.c
let h=0,c=1,u=0
if(void 0!==o){const t=N("learn",o,Rt)
h=S("loss",t.loss,a)
u=I("reduction",t.reduction,Et)
c=function(t,e){const r=E(t,e)
r>0||d("LORA_E_RANGE",`${t} must be above 0, got ${r}`)
return r}("delta",t.delta)
1===u&&2===h&&d("LORA_E_OPTION","reduction 'mean' has no meaning for the cosine loss")}A("learn: x",e,s*this.in)
A("learn: target",r,s*this.out)
n.g.set(e)
n.g.set(r,e.length)
const l=n.b.lora_learn(this.d,i,s,h,c,u)
l<-1&&this.i(l,"learn",i)
this.s=s
return l}P(t,e,r,s){const o=O("learnBatch: X",e,this.in,this.batch)
return this.z(t,e,r,o,s)}Q(t,e){const r=this.f(t),{c:s,d:o}=this,i=s.b.lora_adapt_with_reward(o,r,E("reward",e))
i<0&&this.i(i,"adaptWithReward",r)}i(t,e,r){if(t===o.LORA_E_NONFINITE){const t=this.a("delta_norm",r)
t>1e9&&d("LORA_E_NONFINITE",`${e}: the delta has grown past use, to a norm of ${t.toExponential(1)}; reset() starts again, and a lower learningRate keeps it from growing`)}m(t,e)}},It=B
function St(t){const e=It(t)
e.K()
return e}var jt=class extends z{constructor(t){super(t)
this.dim=t.dim
this.in=t.in
this.out=t.out
this.rank=t.rank
this.alpha=t.alpha
this.batch=t.batch
this.optimizer=t.optimizer
this.seed=t.seed
this.sharedIO=t.sharedIO
this.residual=t.residual
C(this)}get input(){return St(this).input}get output(){return St(this).output}get gradient(){return St(this).gradient}get inputs(){return St(this).inputs}get outputs(){return St(this).outputs}get gradients(){return St(this).gradients}get paramCount(){return It(this).a("param_count")}get learningRate(){return It(this).x}set learningRate(t){const e=L("learningRate",t)
It(this).q(i,{learningRate:e})}},$t="MicroLoRA",Nt=B,kt=class extends Lt{p(){return{learningRate:this.x,adaptCount:this.a("adapt_count",0),forwardCount:this.a("forward_count",0),deltaNorm:this.a("delta_norm",0)}}},Mt=class extends jt{constructor(t){const e=N($t,t,h)
super(new kt($t,e,1,0))}forward(t,e){return Nt(this).L(0,t,e)}adapt(t){Nt(this).M(0,t)}forwardBatch(t,e){return Nt(this).N(0,t,e)}adaptBatch(t){Nt(this).O(0,t)}learn(t,e,r){return Nt(this).z(0,t,e,1,r)}learnBatch(t,e,r){return Nt(this).P(0,t,e,r)}adaptWithReward(t){Nt(this).Q(0,t)}get deltaNorm(){return Nt(this).a("delta_norm",0)}get adaptCount(){return Nt(this).a("adapt_count",0)}get forwardCount(){return Nt(this).a("forward_count",0)}getWeights(){return Nt(this).I(0)}setWeights(t){
Nt(this).J(0,t)}reset(){Nt(this).a("reset",i)}},MicroLoRA=class extends Mt{static h=Y("MicroLoRA",this)},Ft=t=>Object.freeze(t.split(" ")),Pt=/* @__PURE__ */Ft("Scan Filter Join Aggregate Project Sort Limit GroupBy IndexScan HnswScan IvfFlatScan NestedLoopJoin HashJoin MergeJoin VectorDistance Rerank Materialize"),xt=/* @__PURE__ */Object.freeze({scans:/* @__PURE__ */Ft("Scan IndexScan HnswScan IvfFlatScan"),joins:/* @__PURE__ */Ft("Join NestedLoopJoin HashJoin MergeJoin"),
aggregation:/* @__PURE__ */Ft("Aggregate GroupBy"),shaping:/* @__PURE__ */Ft("Filter Project Sort Limit Materialize"),vector:/* @__PURE__ */Ft("VectorDistance Rerank")}),Ct=/* @__PURE__ */Ft("SeqScan IndexScan HnswScan IvfFlatScan NestedLoopJoin HashJoin MergeJoin Aggregate GroupBy Filter Project Sort Limit VectorDistance Rerank Materialize Result"),Bt="ScopedLoRA",Tt=B,zt={...h,scopes:void 0,categories:void 0,categoryFallback:!0},Wt=class extends Lt{constructor(t){
const e=N(Bt,t,zt),r=void 0===e.scopes?Pt:function(t){Array.isArray(t)&&Array.from(t).every(t=>"string"==typeof t)||w("scopes","an array of names",t)
R("the number of scopes",t.length,1,4096)
new Set(t).size!==t.length&&d("LORA_E_OPTION","scopes: a name is there twice")
return Object.freeze([...t])}(e.scopes),s=new Map(r.map((t,e)=>[t,e]))
void 0===e.categories&&(e.categories=void 0===e.scopes?xt:{})
const o=function(t,e){$(t)&&Object.values(t).every(Array.isArray)||w("categories","an object of arrays of scope names",t)
const r=/* @__PURE__ */new Set,s=t=>{const s=e.get(t)
void 0===s&&d("LORA_E_SCOPE",`categories: there is no scope ${f(t)}${_(t,[...e.keys()])}`)
r.has(s)&&d("LORA_E_OPTION",`categories: ${p(t)} is there twice`)
r.add(s)
return s}
return Object.values(t).filter(t=>t.length>0).map(t=>t.map(s))}(e.categories,s),i=j("categoryFallback",e.categoryFallback)
super(Bt,e,r.length,o.length)
this.scopes=r
this.categories=Object.freeze(Object.fromEntries(Object.entries(e.categories).map(([t,e])=>[t,Object.freeze([...e])])))
this.ha=s
this.categoryFallback=i
o.forEach((t,e)=>t.forEach(t=>this.a("set_category",t,e)))
this.Z(i)}k(){const{scopes:t,categories:e,categoryFallback:r}=this
return{...super.k(),scopes:t,categories:e,categoryFallback:r}}p(){return{learningRate:this.x,totalAdaptCount:this.a("total_adapt_count"),totalForwardCount:this.a("total_forward_count")}}Z(t){this.a("set_category_fallback",Number(j("categoryFallback",t)))
this.categoryFallback=t}f(t){return"string"==typeof t?this.ha.get(t)??d("LORA_E_SCOPE",`there is no scope ${p(t)}${_(t,this.scopes)}`):R("scope",t,0,this.scopes.length-1,"LORA_E_SCOPE")}},Dt=class extends jt{constructor(t){super(new Wt(t))}get scopes(){return Tt(this).scopes}get categories(){return Tt(this).categories}scopeName(t){const e=Tt(this)
e.j()
return e.scopes[e.f(t)]}forward(t,e,r){return Tt(this).L(t,e,r)}adapt(t,e){Tt(this).M(t,e)}forwardBatch(t,e,r){return Tt(this).N(t,e,r)}adaptBatch(t,e){Tt(this).O(t,e)}learn(t,e,r,s){return Tt(this).z(t,e,r,1,s)}learnBatch(t,e,r,s){return Tt(this).P(t,e,r,s)}adaptWithReward(t,e){Tt(this).Q(t,e)}deltaNorm(t){return Tt(this).n("delta_norm",t)}adaptCount(t){return Tt(this).n("adapt_count",t)}forwardCount(t){return Tt(this).n("forward_count",t)}get totalAdaptCount(){
return Tt(this).a("total_adapt_count")}get totalForwardCount(){return Tt(this).a("total_forward_count")}get categoryFallback(){return Tt(this).categoryFallback}set categoryFallback(t){Tt(this).Z(t)}getWeights(t){return Tt(this).I(t)}setWeights(t,e){Tt(this).J(t,e)}reset(t){const e=Tt(this)
e.a("reset",void 0===t?i:e.f(t))}},ScopedLoRA=class extends Dt{static h=Y("ScopedLoRA",this)},Ht="TrajectoryBuffer",Jt=B,Ut=2**32-1,Gt={capacity:1e3,dim:void 0,operators:17,engine:void 0}
function qt(t,e){const r=E(t,e)
r<=0&&d("LORA_E_RANGE",`${t} must be above 0, got ${r}`)
return r}var Yt=/* @__PURE__ */new Map([["operator",0],["attention",1]]),Qt=class extends wt{constructor(t){const e=N(Ht,t,Gt)
super(Ht,e.engine)
this.capacity=R("capacity",e.capacity,1,Ut)
this.dim=R("dim",e.dim,1,16384,"LORA_E_SHAPE")
this.operators=R("operators",e.operators,1,256)
this.H("lora_trajectory_create",this.capacity,this.dim,this.operators)}k(){const{capacity:t,dim:e,operators:r}=this
return{capacity:t,dim:e,operators:r}}p(){return{length:this.a("trajectory_length"),totalCount:this.a("trajectory_total_count"),successRate:this.a("trajectory_success_rate"),meanImprovement:this.a("trajectory_mean_improvement")}}},TrajectoryBuffer=class extends z{static h=Y(Ht,this)
constructor(t){const e=new Qt(t)
super(e)
this.capacity=e.capacity
this.dim=e.dim
this.operators=e.operators
C(this)}record(t,e,r,s,o){const i=Jt(this)
A("embedding",t,i.dim)
R("operator",e,0,i.operators-1)
R("attention",r,0,255)
qt("executionMs",s)
qt("baselineMs",o)
const{b:n,g:a}=i.c
a.set(t)
const h=n.lora_trajectory_record(i.d,e,r,s,o)
h<0&&m(h,"record")}get length(){return Jt(this).a("trajectory_length")}get totalCount(){return Jt(this).a("trajectory_total_count")}get isEmpty(){return 0===this.length}get successRate(){return Jt(this).a("trajectory_success_rate")}get bestImprovement(){return Jt(this).a("trajectory_best_improvement")}get meanImprovement(){return Jt(this).a("trajectory_mean_improvement")}get variance(){return Jt(this).a("trajectory_variance")}get bestAttention(){return Jt(this).a("trajectory_best_attention")}
highQualityCount(t){return Jt(this).a("trajectory_high_quality_count",E("threshold",t))}countByOperator(t){const e=Jt(this)
R("operator",t,0,e.operators-1)
return e.a("trajectory_count_by_operator",t)}get(t){const e=Jt(this)
R("index",t,0,this.length-1)
e.a("trajectory_read",t)
const r=r=>e.a("trajectory_get",t,r)
return{embedding:e.c.g.slice(0,e.dim),operator:r(0),attention:r(1),executionMs:r(2),baselineMs:r(3),improvement:r(4)}}*[Symbol.iterator](){for(let t=0;t<this.length;t++)yield this.get(t)}filter(t){"function"!=typeof t&&w("filter: keep","a function",t)
return[...this].filter(t)}top(t){R("top: count",t,0,Ut)
const e=Array.from({length:this.length},(t,e)=>({improvement:Jt(this).a("trajectory_get",e,4),index:e}))
e.sort((t,e)=>e.improvement-t.improvement||t.index-e.index)
return e.slice(0,t).map(({index:t})=>this.get(t))}statistics(t){const e=S("statistics: by",t,Yt),r=(t,r)=>Jt(this).a("trajectory_group",e,t,r)
return Array.from({length:256},(t,e)=>e).filter(t=>r(t,0)>0).map(t=>({key:t,count:r(t,0),mean:r(t,1),standardError:r(t,2)}))}sample(t,e={}){R("sample: count",t,0,Ut)
const r=N("sample",e,{by:"uniform",seed:1}),s=1===I("sample: by",r.by,["uniform","improvement"]),o=R("sample: seed",r.seed,0,2**32-1)
t>0&&this.isEmpty&&d("LORA_E_STATE","sample: nothing was recorded yet")
return Array.from({length:t},(t,e)=>this.get(Jt(this).a("trajectory_draw",Number(s),o,e)))}reset(){Jt(this).a("trajectory_reset")}}
function Vt(t,e,r){if(e instanceof Float32Array)return e
const s=null!==e&&"object"==typeof e?Array.from(e):[]
0!==s.length&&s.every(t=>"number"==typeof t)||d("LORA_E_TYPE",`${t} must be an array of ${r} numbers`)
const o=Float32Array.from(s)
A(t,o,r)
return o}var Kt=class{constructor(t,e){this.h=t
this.e=e}l(){return B(this.e).l()}u(){this.e.free()}},Zt=class extends Kt{#e
#r
#s=!1
#o=-1
#i=[]
constructor(t,e,r){super(t,e)
this.#e=e
this.#r=r}get inputAddress(){return this.#e.gradient.byteOffset}get outputAddress(){return this.#e.output.byteOffset}forward(t){this.#r(t,this.#e.gradient,this.#e.output)
this.#o=t
this.#s=!0}forwardArray(t,e){const r=this.#r(t,Vt("forward_array: input",e,this.#e.dim))
this.#o=t
this.#s=!0
return r}prepare(t){if(this.#o===t)return
const e=this.#e.output.slice()
this.#s||this.#e.input.fill(1/Math.sqrt(this.#e.dim))
this.#r(t)
this.#e.output.set(e)
this.#i[t]=this.hidden(t)+1
this.#o=t}forget(){this.#o=-1}hidden(t){return this.#i[t]??0}get hiddenInAll(){return this.#i.reduce((t,e)=>t+e,0)}reset(t){this.forget()
void 0===t?this.#i=[]:this.#i[t]=0}},Xt=(t,e,r)=>({dim:t??256,alpha:e??.1,optimizer:"sgd",learningRate:r??.01}),te=B,WasmMicroLoRA=class extends z{constructor(t,e,r){const s=new MicroLoRA(Xt(t,e,r))
super(new Zt("WasmMicroLoRA",s,(t,e,r)=>s.forward(e,r)))}get_input_ptr(){return te(this).inputAddress}get_output_ptr(){return te(this).outputAddress}forward(){te(this).forward(0)}forward_array(t){return te(this).forwardArray(0,t)}adapt(){te(this).prepare(0)
te(this).e.adapt()}adapt_array(t){const e=Vt("adapt_array: gradient",t,te(this).e.dim)
te(this).prepare(0)
te(this).e.adapt(e)}adapt_with_reward(t){te(this).prepare(0)
te(this).e.adaptWithReward(t)}delta_norm(){return te(this).e.deltaNorm}adapt_count(){return BigInt(te(this).e.adaptCount)}forward_count(){return BigInt(te(this).e.forwardCount-te(this).hidden(0))}param_count(){return te(this).e.paramCount}dim(){return te(this).e.dim}reset(){te(this).e.reset()
te(this).reset()}},ee=B,WasmScopedLoRA=class extends z{constructor(t,e,r){const s=new ScopedLoRA(Xt(t,e,r))
super(new Zt("WasmScopedLoRA",s,(t,e,r)=>s.forward(t,e,r)))}static scope_name(t){return(Number.isInteger(t)?Pt[t]:void 0)??d("LORA_E_SCOPE",`scope_name: there is no scope ${String(t)}; they are 0 to 16`)}get_input_ptr(){return ee(this).inputAddress}get_output_ptr(){return ee(this).outputAddress}forward(t){ee(this).forward(t)}forward_array(t,e){return ee(this).forwardArray(t,e)}adapt(t){ee(this).prepare(t)
ee(this).e.adapt(t)}adapt_array(t,e){const r=Vt("adapt_array: gradient",e,ee(this).e.dim)
ee(this).prepare(t)
ee(this).e.adapt(t,r)}adapt_with_reward(t,e){ee(this).prepare(t)
ee(this).e.adaptWithReward(t,e)}delta_norm(t){return ee(this).e.deltaNorm(t)}adapt_count(t){return BigInt(ee(this).e.adaptCount(t))}forward_count(t){return BigInt(ee(this).e.forwardCount(t)-ee(this).hidden(t))}total_adapt_count(){return BigInt(ee(this).e.totalAdaptCount)}total_forward_count(){return BigInt(ee(this).e.totalForwardCount-ee(this).hiddenInAll)}set_category_fallback(t){ee(this).e.categoryFallback=t
ee(this).forget()}reset_scope(t){ee(this).e.reset(t)
ee(this).reset(t)}reset_all(){ee(this).e.reset()
ee(this).reset()}},re=t=>B(t).e,WasmTrajectoryBuffer=class extends z{constructor(t,e){const r=new TrajectoryBuffer({capacity:t??1e3,dim:e??256,operators:256})
super(new Kt("WasmTrajectoryBuffer",r))}record(t,e,r,s,o){const i=Vt("record: embedding",t,re(this).dim)
re(this).record(i,e,r,s,o)}success_rate(){return re(this).successRate}best_improvement(){return re(this).bestImprovement}mean_improvement(){return re(this).meanImprovement}variance(){return re(this).variance}best_attention(){return re(this).bestAttention}high_quality_count(t){return re(this).highQualityCount(t)}count_by_operator(t){return re(this).countByOperator(t)}len(){return re(this).length}total_count(){return BigInt(re(this).totalCount)}is_empty(){return re(this).isEmpty}reset(){
re(this).reset()}}
export{xt as DEFAULT_CATEGORIES,Pt as DEFAULT_SCOPES,LoraError,MicroLoRA,Ct as PUBLISHED_SCOPES,ScopedLoRA,TrajectoryBuffer,WasmMicroLoRA,WasmScopedLoRA,WasmTrajectoryBuffer,bt as createEngine,_t as default,yt as initSync}

